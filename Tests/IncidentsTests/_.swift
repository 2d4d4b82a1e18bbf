import Testing
import Foundation
import Gazetteer
import Language
import Toponyms
@testable import Incidents
@Test func seedTry() throws {
  let atlas = try Atlas(paths: ["/work/main/Gazetteer/world.gazetteer"])
  let text = try String(contentsOfFile: "/work/shared/seeds/000_51cf372a6b8961a9.txt", encoding: .utf8)
  let d = Document(text)
  let t = Resolver(atlas: atlas).resolve(Recognizer(atlas: atlas).toponyms(in: d), in: d)
  for p in [CalendarDate(iso: "2024-04-19"), nil] {
  for r in IncidentExtractor(atlas: atlas).incidents(in: d, toponyms: t, publication: p) {
    print("##", r.type, r.modality, r.attribution, r.date.start.map { "\($0)" } ?? "-", r.date.end.map { "\($0)" } ?? "-", r.date.text ?? "-", r.actors.map(\.text), r.casualties, r.confidence)
    for s in r.sites { print("##     ", s.name, s.country ?? "-", s.relation.kind, s.relation.reference ?? "", s.relation.bearing?.degrees ?? -1, s.precision, s.coordinate, s.uncertainty.kilometres) }
  }
  print("## ----")
  }
}
