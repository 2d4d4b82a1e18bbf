// Writes the man page of a program from what its parser knows of it:
//     dateline --experimental-dump-help | manual VERSION > dateline.1
// Compiled by `make manual`; it needs nothing but Swift.
import Foundation

struct Dump: Decodable { var command: Command }

struct Command: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var superCommands: [String]?
  var arguments: [Argument]?
  var subcommands: [Command]?

  var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }
  var shownArguments: [Argument] { (arguments ?? []).filter { $0.shouldDisplay ?? true && !$0.isEverywhere } }
  var shownSubcommands: [Command] {
    (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
  }
}

struct Argument: Decodable {
  struct Name: Decodable {
    var kind: String
    var name: String
    var text: String { (kind == "long" ? "--" : "-") + name }
  }
  var kind: String
  var abstract: String?
  var valueName: String?
  var defaultValue: String?
  var allValues: [String]?
  var names: [Name]?
  var isOptional: Bool
  var isRepeating: Bool
  var shouldDisplay: Bool?

  var isEverywhere: Bool { (names ?? []).contains { ["help", "version"].contains($0.name) } }

  /// What a usage line has for it.
  var synopsis: String {
    var text = bold(names?.first?.text ?? "")
    if kind == "positional" { text = italic(valueName ?? "") }
    if kind == "option" { text += " " + italic(valueName ?? "") }
    if isRepeating { text += " ..." }
    return isOptional ? "[\(text)]" : text
  }

  /// What stands before its explanation.
  var head: String {
    guard kind != "positional" else { return italic(valueName ?? "") }
    let spelled = (names ?? []).map { bold($0.text) }.joined(separator: ", ")
    return kind == "option" ? spelled + " " + italic(valueName ?? "") : spelled
  }

  var explanation: String {
    var sentences = abstract.map { [escaped($0)] } ?? []
    if let allValues, !allValues.allSatisfy({ abstract?.contains($0) ?? false }) {
      sentences.append("One of " + allValues.map { bold($0) }.joined(separator: ", ") + ".")
    }
    if let defaultValue { sentences.append("Default: \(bold(defaultValue))") }
    return sentences.joined(separator: " ")
  }
}

/// Text in which nothing is a request to the formatter: backslashes, hyphens that must stay hyphens, dots that begin a line, and
/// letters beyond ASCII, which not every formatter reads.
func escaped(_ text: String) -> String {
  let plain = text.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(of: "-", with: "\\-")
    .split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }.joined(separator: "\n")
  return plain.unicodeScalars.map { $0.isASCII ? String($0) : "\\[u\(hexadecimal($0.value))]" }.joined()
}
func hexadecimal(_ number: UInt32) -> String {
  let digits = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

/// Paragraphs; what is indented keeps its lines.
func prose(_ text: String) -> [String] {
  text.components(separatedBy: "\n\n").flatMap { paragraph -> [String] in
    paragraph.hasPrefix("  ")
      ? [".PP", ".nf", ".RS 4", escaped(paragraph), ".RE", ".fi"] : [".PP", escaped(paragraph)]
  }
}

func section(of command: Command) -> [String] {
  var lines = [".SS \"\(escaped(command.path))\""]
  if let abstract = command.abstract { lines.append(escaped(abstract)) }
  if command.shownSubcommands.isEmpty {
    lines += [".PP", ([bold(command.path)] + command.shownArguments.map(\.synopsis)).joined(separator: " ")]
  }
  if let discussion = command.discussion, !discussion.isEmpty { lines += prose(discussion) }
  for argument in command.shownArguments { lines += [".TP", argument.head, argument.explanation] }
  return lines + command.shownSubcommands.flatMap(section)
}

let dump = try JSONDecoder().decode(Dump.self, from: FileHandle.standardInput.readDataToEndOfFile())
let root = dump.command
let version = CommandLine.arguments.dropFirst().first ?? ""
var page = [
  ".TH \(root.commandName.uppercased()) 1 \"\" \"\(root.commandName) \(version)\" \"User Commands\"", ".SH NAME",
  "\(root.commandName) \\- \(escaped(root.abstract ?? ""))", ".SH SYNOPSIS",
  "\(bold(root.commandName)) \(italic("command")) [\(italic("arguments"))]", ".br",
  "\(bold(root.commandName)) \(bold("help")) \(italic("command"))", ".br",
  "\(bold(root.commandName)) \(bold("--version"))", ".SH DESCRIPTION",
  escaped(
    """
    Finds the place names of news articles, works out which places on Earth they mean and which of them are the scene of an \
    incident, and writes the incidents and maps of them. It reads nothing from the network that is not asked for.
    """), ".PP",
  escaped("Results go to standard output or to files, words to standard error; - is standard input."), ".SH COMMANDS",
]
page += root.shownSubcommands.flatMap(section)
page += [".SH \"EXIT STATUS\"", ".TP", "0", "All was done. An article without incidents is no failure.", ".TP", "1"]
page += [
  "Some input failed, each named on standard error; the rest was done.", ".TP", "2", "The command line is wrong.",
]
page.append(".SH ENVIRONMENT")
let variables = [
  ("DATELINE_GAZETTEER, DATELINE_BASEMAP, DATELINE_WATERS", "Data files to use in place of those installed."),
  ("DATELINE_MODEL, DATELINE_INCIDENTS_MODEL", "Models to use in place of those installed."),
  ("DATELINE_OUTLETS", "The table of news outlets and their homes."),
  ("PROJ_DATA", "Where PROJ looks for its database and grids."),
]
for (name, meaning) in variables { page += [".TP", bold(name), escaped(meaning)] }
page += [".SH FILES", ".TP", italic("../share/dateline/"), "The data files, beside the folder of the program."]
page += [".SH EXAMPLES", ".nf"]
for line in [
  "dateline map story.txt -o out", "dateline incidents *.txt --format gpkg -o incidents.gpkg",
  "dateline distance Isfahan Damascus --units nmi", "dateline places search Arad --country IL",
] { page.append(escaped(line)) }
page += [".fi", ".SH LICENCE"]
page.append(escaped("Apache License 2.0. Whoever publishes places found with it names GeoNames (CC BY 4.0)."))
print(page.joined(separator: "\n"))
