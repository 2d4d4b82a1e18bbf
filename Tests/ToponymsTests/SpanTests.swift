import DataFiles
import Foundation
import Gazetteer
import Language
import Testing

@testable import Toponyms

/// What the recognizer finds, as marked text.
@Suite struct SpanTests {
  private static let root = URL(filePath: #filePath).pathComponents.dropLast(3).joined(separator: "/")
    .replacingOccurrences(of: "//", with: "/")
  static let atlas = Result { try Atlas(paths: ["\(root)/Gazetteer/world.gazetteer"]) }
  static let model = Result { try ToponymModel(path: "\(root)/Gazetteer/news.model") }

  /// The text with its toponyms between ‹ and ›.
  private static func marked(_ text: String) throws -> String {
    let document = Document(text)
    var bytes = document.utf8
    for toponym in Recognizer(atlas: try atlas.get(), model: try model.get()).toponyms(in: document).reversed() {
      bytes.insert(contentsOf: Array("›".utf8), at: toponym.bytes.upperBound)
      bytes.insert(contentsOf: Array("‹".utf8), at: toponym.bytes.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "A blast in ‹Paris› killed two people near ‹Lyon› on Monday.",
    "The town of ‹Springfield›, ‹Illinois›, flooded on Tuesday.",
    "‹Israeli› officials met in ‹Jerusalem› and ‹Ramallah›.",
    "Police in ‹Nairobi› arrested ten people, said John Smith.",
    "‹KYIV›, ‹Ukraine› — Drones hit ‹Kharkiv› overnight.",
    "President George Washington was born in ‹Virginia›.",
  ])
  func namesOfPlacesAreFoundAndPersonsAreNot(expected: String) throws {
    let plain = expected.filter { $0 != "‹" && $0 != "›" }
    #expect(try Self.marked(plain) == expected)
  }

  @Test func sameTextGivesTheSameTwice() throws {
    let text = "Floods hit Derna, Libya, and Shahhat; Benghazi's mayor spoke in Tripoli."
    #expect(try Self.marked(text) == Self.marked(text))
  }

  @Test func emptyTextHasNoToponyms() throws {
    #expect(try Self.marked("") == "")
    #expect(try Self.marked("   \n") == "   \n")
  }

  @Test func aDamagedModelIsRefused() throws {
    var bytes = try Data(contentsOf: URL(filePath: "\(Self.root)/Gazetteer/news.model"))
    bytes[bytes.count / 2] ^= 1
    let path = FileManager.default.temporaryDirectory.appending(
      path: "damaged-\(ProcessInfo.processInfo.processIdentifier).model"
    ).path
    try bytes.write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: DataFileError.self) { try ToponymModel(path: path) }
  }
}
