import Foundation
import Testing

@Suite(.serialized) struct RenderCommandTests {
  private let command: Command

  init() throws {
    command = try Command()
    try command.folder.write(Self.features, to: "f.geojson")
  }

  private static let features = """
    {"type":"FeatureCollection","name":"By <hand>","features":[
    {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[50,31],[53,31],[53,34],[50,34],[50,31]]]},"properties":{"name":"Search","fill":"#cc8800","kind":"area","n":10}},
    {"type":"Feature","geometry":{"type":"LineString","coordinates":[[51.4,35.7],[51.67,32.65]]},"properties":{"name":"Road","stroke":"#0055aa","kind":"road","n":20}},
    {"type":"Feature","geometry":{"type":"Point","coordinates":[51.67,32.65]},"properties":{"title":"<script>","kind":"city","n":30}},
    {"type":"Feature","geometry":null,"properties":{"kind":"nothing"}}]}
    """

  @Test func aFileIsDrawnAsItSays() throws {
    let outcome = try command.run(["render", "f.geojson", "-o", "map.svg"])
    #expect(outcome.status == 0 && outcome.complaints == "" && outcome.output == "map.svg\nmap.txt\n")
    let svg = try command.read("map.svg")
    for part in ["#cc8800", "#0055aa", "By &lt;hand&gt;", ">Search<", ">Road<", ">&lt;script&gt;<"] {
      #expect(svg.contains(part), "\(part)")
    }
    #expect(!svg.contains("<script>"))
    #expect(try command.read("map.txt") == "Map: By <hand>. Search, Road, <script>.\n")
  }

  @Test func valuesGetColoursAndALegend() throws {
    let outcome = try command.run([
      "render", "f.geojson", "-o", "map.svg", "--color-by", "kind", "--label", "n", "--title", "Own title",
    ])
    #expect(outcome.status == 0)
    let svg = try command.read("map.svg")
    #expect(svg.contains(">area<") && svg.contains(">road<") && svg.contains(">city<") && svg.contains(">20<"))
    #expect(!svg.contains("#cc8800") && svg.contains("Own title"))
    // what has no place is not drawn
    #expect(!svg.contains(">nothing<"))
  }

  @Test func aPropertyThatNoFeatureHasIsNamed() throws {
    let outcome = try command.run(["render", "f.geojson", "-o", "map.svg", "--color-by", "colour"])
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints
        == "dateline: f.geojson: --color-by: no feature has the property 'colour'; there are: name, fill, kind, n, stroke, title\n"
    )
    #expect(try command.folder.names() == ["f.geojson"])
  }

  @Test(arguments: [
    (
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,95]},"properties":{}}"#,
      "/geometry/coordinates: a latitude is not within -90 and 90: 95.0. "
    ),
    (
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2]]},"properties":{}}]}"#,
      "/features/0/geometry/coordinates: a line has fewer than two positions. "
    ),
    ("[]", "document: this is not a JSON object. "), ("", "document: the text ends too early. "),
  ]) func aBadMemberIsNamedWithItsPath(text: String, complaint: String) throws {
    try command.folder.write(text, to: "bad.geojson")
    let outcome = try command.run(["render", "bad.geojson", "-o", "map.svg"])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.complaints.hasPrefix("dateline: bad.geojson: \(complaint)"))
    #expect(try command.folder.names() == ["bad.geojson", "f.geojson"])
  }

  @Test func aStyleThatCannotBeDrawnIsSpokenOf() throws {
    let text =
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"marker-color":"url(x)","stroke-width":-1}}"#
    let outcome = try command.run(["render", "-", "-o", "-", "--no-towns"], input: text)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("<svg"))
    #expect(
      outcome.complaints == """
        dateline: standard input: /features/0/properties/marker-color is not drawn: a colour such as "#d5e3ea" is wanted
        dateline: standard input: /features/0/properties/stroke-width is not drawn: a number of pixels is wanted

        """)
    #expect(!outcome.output.contains("url(x)"))
  }

  @Test func linesOfFeaturesAreAFileToo() throws {
    try command.folder.write(
      (0..<3).map {
        #"{"type":"Feature","geometry":{"type":"Point","coordinates":[\#($0),50]},"properties":{"name":"P\#($0)"}}"#
      }
      .joined(separator: "\n"), to: "p.geojsonl")
    let outcome = try command.run(["render", "p.geojsonl", "-o", "p.svg", "--width", "400,900", "--theme", "dark"])
    #expect(outcome.status == 0 && outcome.output == "p-400.svg\np-900.svg\np.txt\n")
    #expect(try command.read("p.txt") == "Map: p. P0, P1, P2.\n")
  }

  @Test func theSameFileGivesTheSameBytes() throws {
    _ = try command.run(["render", "f.geojson", "-o", "one.svg"])
    _ = try command.run(["render", "f.geojson", "-o", "two.svg"], environment: ["LC_ALL": "tr_TR.UTF-8"])
    #expect(try command.read("one.svg") == command.read("two.svg"))
  }

  /// What `map` writes becomes numbered sites again.
  @Test func rowsOfOursBecomeSites() throws {
    try command.folder.write("A blast in Isfahan killed two people on Friday.", to: "story.txt")
    #expect(try command.run(["map", "story.txt", "-o", "out", "--date", "2024-04-20", "--quiet"]).status == 0)
    #expect(try command.run(["render", "out/story.geojson", "-o", "again.svg"]).status == 0)
    #expect(try command.read("again.txt").contains("1: Isfahan, "))
  }
}
