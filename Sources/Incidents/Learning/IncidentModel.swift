import DataFiles

/// The trained weights with which mentions, sites and records are judged, and the table of trigger words: one small file.
public final class IncidentModel: Sendable {
  static let kind = "INCM"
  static let version: UInt32 = 1

  let triggers: HashedWeights
  let sites: HashedWeights
  let anchors: HashedWeights
  let attribution: HashedWeights
  let modality: HashedWeights
  let types: HashedWeights
  let pairs: HashedWeights
  let records: HashedWeights
  let lexicon: TriggerLexicon

  /// Where the default model is.
  public static func defaultPath(locator: DataFileLocator = .current) throws(DataFileError) -> String {
    try locator.locate("incidents.model", variable: "DATELINE_INCIDENTS_MODEL")
  }

  /// - Throws: ``DataFileError`` where the file is missing, damaged or of another version.
  public convenience init(path: String) throws(DataFileError) {
    let file = try SectionedFile(
      path: path, kind: Self.kind, version: Self.version, noun: "an incident model of Dateline",
      remedy: "train it again with `dateline-lab train-incidents` or install the data of this version")
    try file.verify()
    self.init(
      Parts(
        triggers: HashedWeights(file.section("TRIG")), sites: HashedWeights(file.section("SITE")),
        anchors: HashedWeights(file.section("ANCH")), attribution: HashedWeights(file.section("ATTR")),
        modality: HashedWeights(file.section("MODA")), types: HashedWeights(file.section("TYPE")),
        pairs: HashedWeights(file.section("PAIR")),
        records: HashedWeights(file.section("RECS")), table: file.section("WORD").string()))
  }

  /// What training gives.
  package struct Parts: Sendable {
    /// Whether a trigger word tells of an event that counts.
    package var triggers: HashedWeights
    /// Whether the event of a trigger happened at a place of its sentence.
    package var sites: HashedWeights
    /// Whether an event that names no place happened at one named elsewhere.
    package var anchors: HashedWeights
    /// How sure the text is of the actor: a label for each of ``Attribution/allCases``.
    package var attribution: HashedWeights
    /// Whether it happened: a label for each of ``Modality/allCases``.
    package var modality: HashedWeights
    /// What happened: a label for each of ``IncidentType/allCases``.
    package var types: HashedWeights
    /// Whether two mentions are of one event.
    package var pairs: HashedWeights
    /// Whether a record is right.
    package var records: HashedWeights
    /// The trigger words, as ``TriggerLexicon`` reads them.
    package var table: String

    package init(
      triggers: HashedWeights, sites: HashedWeights, anchors: HashedWeights, attribution: HashedWeights,
      modality: HashedWeights, types: HashedWeights, pairs: HashedWeights, records: HashedWeights, table: String
    ) {
      (self.triggers, self.sites, self.anchors) = (triggers, sites, anchors)
      (self.attribution, self.modality, self.types) = (attribution, modality, types)
      (self.pairs, self.records, self.table) = (pairs, records, table)
    }

    /// The bytes of a model file.
    package var encoded: [UInt8] {
      SectionedFile.encode(
        kind: IncidentModel.kind, version: IncidentModel.version,
        sections: [
          ("TRIG", triggers.encoded), ("SITE", sites.encoded), ("ANCH", anchors.encoded),
          ("ATTR", attribution.encoded), ("MODA", modality.encoded), ("TYPE", types.encoded), ("PAIR", pairs.encoded),
          ("RECS", records.encoded), ("WORD", Array(table.utf8)),
        ])
    }
  }

  /// A model in memory, as training needs it.
  package init(_ parts: Parts) {
    (triggers, sites, anchors) = (parts.triggers, parts.sites, parts.anchors)
    (attribution, modality) = (parts.attribution, parts.modality)
    (types, pairs, records) = (parts.types, parts.pairs, parts.records)
    lexicon = TriggerLexicon(table: parts.table)
  }
}
