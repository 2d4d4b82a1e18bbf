import DatelineKit
import Language

let reader = try Newsreader()
let story = "A blast in Kabul killed two people on Monday. Flights from Dubai were cancelled."
let report = reader.read(Article(id: "kabul", text: story, date: CalendarDate(iso: "2024-04-19")))
for incident in report.incidents {
  for site in incident.sites {
    print(incident.title, site.coordinate.longitude, site.coordinate.latitude, incident.date.words ?? "no date")
  }
}
