import ArgumentParser
import DataFiles
import Foundation

/// `dateline-lab synthetic-dump`: files in GeoNames' form of any size, of made-up places; the same seed gives the same bytes.
struct SyntheticDumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthetic-dump", abstract: "Writes a made-up dump in GeoNames' form, to measure `places build` with.")

  @Argument(help: "The folder to write to.")
  var folder: String

  @Option(help: "How many places; 13 million are GeoNames' own size (some 1.6 GB with names).")
  var places = 13_000_000

  @Option(help: "How many alternate names: with the main names 25 million.")
  var names = 12_000_000

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try SyntheticDump(places: places, names: names, seed: seed).write(to: folder)
    print("\(folder): \(places) places, \(names) alternate names")
  }
}

/// Places that cluster as towns do, with names of syllables, some of them common to thousands of places.
struct SyntheticDump {
  var places: Int
  var names: Int
  var seed: UInt64

  private static let syllables = [
    "ka", "ra", "be", "lo", "shi", "mar", "ten", "dol", "vi", "nor", "san", "qu", "el", "ba", "gh", "ost", "wel", "ing",
    "ford",
    "ton", "abad", "pur", "grad", "ov", "sk", "ville", "burg", "haus", "dorf", "mon", "te", "rio", "cas", "tel", "nu",
    "evo",
    "pe", "tra", "zur", "ich", "lan", "tho", "mi", "kel", "ar", "yu", "chen", "hai", "guang", "xi",
  ]
  private static let common = [
    "San José", "Church", "Springfield", "La Esperanza", "Mill Creek", "Bear Lake", "Washington", "San Antonio",
    "Al Bayda",
    "Novaya", "Xinzhuang", "Santa Cruz", "Lower Farm", "Green Hill", "El Carmen", "Buena Vista",
  ]
  private static let features = [
    "P\tPPL", "P\tPPL", "P\tPPL", "H\tSTM", "H\tLK", "T\tMT", "S\tSCH", "S\tHTL", "S\tCH", "L\tPRK", "P\tPPLX",
    "T\tHLL", "S\tFRM",
  ]
  private static let countries = 200
  private static let firstLevel = 20
  private static let secondLevel = 12

  /// Writes `allCountries.txt`, `alternateNamesV2.txt`, `admin1CodesASCII.txt`, `admin2Codes.txt`, `hierarchy.txt`.
  func write(to folder: String) throws {
    var random = Random(state: seed)
    let places = try FileOutput(path: "\(folder)/allCountries.txt")
    for number in 0..<self.places {
      try places.append(Array(placeLine(number, &random).utf8))
    }
    try places.flush()
    let names = try FileOutput(path: "\(folder)/alternateNamesV2.txt")
    for number in 0..<self.names {
      let id = Self.id(Int(random.next() % UInt64(max(self.places, 1))))
      let isEnglish = random.next() % 40 == 0
      let language = isEnglish ? "en" : ["fr", "ar", "zh", "", "ru", "de", "link", "fa"][Int(random.next() % 8)]
      try names.append(
        Array("\(number + 1)\t\(id)\t\(language)\t\(name(&random))\t\(isEnglish ? "1" : "")\t\t\t\t\t\n".utf8))
    }
    try names.flush()
    try writeUnits(to: folder)
  }

  private func writeUnits(to folder: String) throws {
    let first = try FileOutput(path: "\(folder)/admin1CodesASCII.txt")
    let second = try FileOutput(path: "\(folder)/admin2Codes.txt")
    let hierarchy = try FileOutput(path: "\(folder)/hierarchy.txt")
    let perCountry = 1 + Self.firstLevel * (1 + Self.secondLevel)
    for country in 0..<Self.countries {
      for unit in 0..<perCountry where country * perCountry + unit < places && unit > 0 {
        let number = country * perCountry + unit
        let code = Self.code(country)
        let (one, two) = Self.unitCodes(unit - 1)
        if let two {
          try second.append(
            Array("\(code).\(one).\(two)\tUnit \(two) of \(one)\tUnit \(two) of \(one)\t\(Self.id(number))\n".utf8))
        } else {
          try first.append(Array("\(code).\(one)\tProvince \(one)\tProvince \(one)\t\(Self.id(number))\n".utf8))
          try hierarchy.append(Array("\(Self.id(country * perCountry))\t\(Self.id(number))\tADM\n".utf8))
        }
      }
    }
    for file in [first, second, hierarchy] { try file.flush() }
  }

  /// Ids do not rise with the rows, as GeoNames' do not.
  private static func id(_ number: Int) -> Int { number ^ 0x2A }

  private static func code(_ country: Int) -> String {
    String(decoding: [UInt8(65 + country / 26), UInt8(65 + country % 26)], as: UTF8.self)
  }

  private static func unitCodes(_ unit: Int) -> (String, String?) {
    let (one, two) = (unit / (1 + secondLevel), unit % (1 + secondLevel))
    return (String(one + 1), two == 0 ? nil : String(two + 100))
  }

  /// The first rows are the units, country by country; the places follow.
  private func placeLine(_ number: Int, _ random: inout Random) -> String {
    let perCountry = 1 + Self.firstLevel * (1 + Self.secondLevel)
    let unitRows = Self.countries * perCountry
    let country = number < unitRows ? number / perCountry : Int(random.next() % UInt64(Self.countries))
    let centre = (lon: Double(country % 20) * 17 - 165, lat: Double(country / 20) * 13 - 60)
    let spread = 7.0 * random.unit() * random.unit()
    let longitude = centre.lon + spread * (random.unit() - 0.5) * 2
    let latitude = centre.lat + spread * (random.unit() - 0.5) * 1.5
    var unit = Int(random.next() % UInt64(perCountry - 1))
    var feature = Self.features[Int(random.next() % UInt64(Self.features.count))]
    var name = name(&random)
    if number < unitRows {
      unit = number % perCountry - 1
      feature = unit < 0 ? "A\tPCLI" : Self.unitCodes(unit).1 == nil ? "A\tADM1" : "A\tADM2"
      if unit < 0 { name = "Republic of \(name)" }
    }
    let codes = unit < 0 ? ("00", nil) : Self.unitCodes(unit)
    let population = feature.hasPrefix("P") && random.next() % 8 == 0 ? Int(1_000 / (random.unit() + 0.0002)) : 0
    func degrees(_ value: Double) -> String { String(Double(Int(value * 100_000)) / 100_000) }
    return
      "\(Self.id(number))\t\(name)\t\(name)\t\t\(degrees(latitude))\t\(degrees(longitude))\t\(feature)\t\(Self.code(country))\t\t"
      + "\(codes.0)\t\(codes.1 ?? "")\t\t\t\(population)\t\t\(number % 900)\tEtc/UTC\t2026-01-01\n"
  }

  private func name(_ random: inout Random) -> String {
    if random.next() % 12 == 0 { return Self.common[Int(random.next() % UInt64(Self.common.count))] }
    var name = ""
    for word in 0..<(random.next() % 3 == 0 ? 2 : 1) {
      if word > 0 { name += " " }
      let start = name.endIndex
      for _ in 0..<(2 + random.next() % 3) { name += Self.syllables[Int(random.next() % UInt64(Self.syllables.count))] }
      name.replaceSubrange(start..<name.index(after: start), with: name[start].uppercased())
    }
    return name
  }

  /// SplitMix64 (S. Vigna, public domain).
  private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
  }
}
