import Incidents

extension Report {
  /// The report without what is less sure, or of other types. What a person reviewed stays, however sure the program is.
  ///
  /// Incidents and sites keep their ids; an incident that loses all its sites goes.
  /// - Parameters:
  ///   - minConfidence: 0 ... 1, for the incident and for each site.
  ///   - types: nil for all.
  public func selecting(minConfidence: Double = 0, types: Set<IncidentType>? = nil) -> Report {
    with(
      incidents.compactMap { incident in
        guard types?.contains(incident.type) ?? true else { return nil }
        var incident = incident
        let isSure = incident.confidence >= minConfidence
        incident.sites.removeAll { site in
          site.review == .unreviewed && (!isSure || site.confidence < minConfidence)
        }
        return incident.sites.isEmpty ? nil : incident
      })
  }
}
