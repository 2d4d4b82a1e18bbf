import ArgumentParser
import Cartography
import DataFiles
import DatelineKit

/// What a map is written as.
enum MapFormat: String, ExpressibleByArgument, CaseIterable { case svg, pdf, png }

/// Draws a content at every width wanted and writes the files, with what the map shows in words beside them.
struct MapFiles {
  let ground: MapGround
  let options: [MapOptions]
  let format: MapFormat
  /// Files that must stay as they are.
  let inputs: [String]
  private let converter: SVGConverter?

  init(_ drawing: MapDrawingOptions, format: MapFormat, inputs: [String]) throws(InputFailure) {
    options = try drawing.mapOptions()
    self.format = format
    self.inputs = inputs
    converter = format == .svg ? nil : try SVGConverter(format)
    if converter != nil, drawing.style == nil, let complaint = SVGConverter.fontComplaint {
      Console.complain(complaint)
    }
    ground = try MapGround()
  }

  func sheets(_ content: MapContent, name: String) throws(InputFailure) -> [MapSheet] {
    var sheets: [MapSheet] = []
    for options in options {
      do {
        sheets.append(try MapSheet(content, basemap: ground.basemap, waters: ground.waters, options: options))
      } catch {
        throw InputFailure("\(name): the map cannot be drawn: \(error)")
      }
    }
    return sheets
  }

  /// Writes `base`.svg or, of several widths, `base`-360.svg … and `base`.txt.
  /// - Returns: the paths written.
  func write(_ sheets: [MapSheet], to base: String) throws(InputFailure) -> [String] {
    var paths: [String] = []
    for (sheet, options) in zip(sheets, options) {
      let path = "\(base)\(sheets.count > 1 ? "-\(options.width)" : "").\(format.rawValue)"
      if let converter {
        try converter.write(sheet.svg(), to: path)
      } else {
        try OutputFile.write(sheet.svg(), to: path)
      }
      paths.append(path)
    }
    guard let sheet = sheets.first else { return paths }
    var words = "\(base).txt"
    var suffix = "-alt"
    while isInput(words) {
      words = "\(base)\(suffix).txt"
      suffix += "-alt"
    }
    try OutputFile.write(sheet.alternativeText + "\n", to: words)
    return paths + [words]
  }

  /// Whether a path leads to one of the inputs: an article must not be written over.
  private func isInput(_ path: String) -> Bool {
    guard let file = FileIdentity(path: path) else { return false }
    return inputs.contains { $0 != "-" && FileIdentity(path: $0) == file }
  }
}
