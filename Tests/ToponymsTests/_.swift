import Testing
import Foundation
import Gazetteer
import Language
@testable import Toponyms
@Test func seedTry() throws {
  let atlas = try Atlas(paths: ["/work/main/Gazetteer/world.gazetteer"])
  let text = try String(contentsOfFile: "/work/shared/seeds/000_51cf372a6b8961a9.txt", encoding: .utf8)
  let d = Document(text)
  let t = Recognizer(atlas: atlas).toponyms(in: d)
  for r in Resolver(atlas: atlas).resolve(t, in: d) {
    let p = r.place.map { atlas[$0] }
    print("##", d.text(ofBytes: r.toponym.bytes), r.toponym.form, r.toponym.usage, r.toponym.isDateline, p.map { "\($0.name) \($0.country ?? "") \($0.feature) \($0.coordinate)" } ?? "-", r.confidence)
  }
}
