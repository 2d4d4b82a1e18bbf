/// A hundred lines in the form of GeoNames' dumps, made for tests: one country of the name of Iran, one province, one county, and
/// towns around Isfahan, with what the other files say of them.
package enum SampleDump {
  package static let places: String = {
    var lines = [
      line(130_758, "Islamic Republic of Iran", 32, 53, "A\tPCLI", "00", "", 83_000_000),
      line(418_862, "Ostan-e Esfahan", 33, 52.3, "A\tADM1", "28", "", 5_000_000),
      line(9_000_001, "Shahrestan-e Esfahan", 32.6, 51.7, "A\tADM2", "28", "2801", 2_000_000),
      line(418_863, "Eşfahān", 32.652_46, 51.674_62, "P\tPPLA", "28", "2801", 1_547_164),
      line(9_000_002, "Jolfa", 32.63, 51.65, "P\tPPLX", "28", "2801", 0),
      line(9_000_003, "Zayandeh Rud", 32.64, 51.6, "H\tSTM", "28", "", 0),
    ]
    for number in 7...100 {
      lines.append(
        line(
          9_000_000 + number, "Deh-e Nou \(number)", 32 + Double(number) / 100, 51 + Double(number * 37 % 100) / 100,
          "P\tPPL",
          "28", number % 2 == 0 ? "2801" : "", number * 10))
    }
    return lines.joined()
  }()

  package static let alternateNames = """
    1\t418863\ten\tIsfahan\t1\t\t\t\t\t
    2\t418863\tfa\tاصفهان\t\t\t\t\t\t
    3\t418863\tlink\thttps://example.org/Isfahan\t\t\t\t\t\t
    4\t418863\t\tAspadana\t\t\t\t1\t\t
    5\t418863\tiata\tIFN\t\t\t\t\t\t
    6\t130758\ten\tIran\t1\t1\t\t\t\t
    7\t77777777\ten\tNowhere\t\t\t\t\t\t
    """ + "\n"

  package static let firstLevel = "IR.28\tIsfahan Province\tIsfahan Province\t418862\n"
  package static let secondLevel = "IR.28.2801\tIsfahan County\tIsfahan County\t9000001\n"
  package static let hierarchy = "6295630\t130758\tADM\n130758\t418862\tADM\n418863\t9000002\t\n"

  private static func line(
    _ id: Int, _ name: String, _ latitude: Double, _ longitude: Double, _ feature: String, _ first: String,
    _ second: String,
    _ population: Int
  ) -> String {
    "\(id)\t\(name)\t\(name)\t\t\(latitude)\t\(longitude)\t\(feature)\tIR\t\t\(first)\t\(second)\t\t\t\(population)\t\t1575\tAsia/Tehran\t2026-01-01\n"
  }
}
