import DatelineKit
import Gazetteer
import GeoJSON

/// Turns reports into the text of a format, one by one, on any thread.
public struct IncidentText: Sendable {
  private let rows: RowText?
  private let places: FeatureFrame?
  private let profile: RowProfile
  let head: [UInt8]

  public init(
    _ format: IncidentWriter.Format, options: IncidentWriter.Options = IncidentWriter.Options(), atlas: Atlas
  ) {
    profile = options.profile ?? RowProfile(withCodes: atlas.hasCodes)
    let members = IncidentFeatures.members(atlas)
    rows = RowText(format, options: options, columns: profile.columns, members: members)
    places = format == .lpf ? FeatureFrame(.collection, foreignMembers: [LinkedPlaces.context] + members) : nil
    head = rows?.head ?? places?.head ?? []
  }

  public func fragment(_ report: Report) -> TextFragment {
    if let rows {
      let (shown, omissions) = profile.rows(of: report)
      var fragment = rows.fragment(shown)
      fragment.omissions = omissions
      return fragment
    }
    if let places { return RowText.fragment(LinkedPlaces.features(report), in: places) }
    return TextFragment(ReportLines().incidents(report) + "\n")
  }

  var assembly: TextAssembly {
    let hasSeparators = places != nil || rows?.isCollection == true
    return TextAssembly(head: head, separatorLength: hasSeparators ? 1 : 0, tail: tail)
  }

  private func tail(bounds: Bounds?) -> [UInt8] { rows?.tail(bounds: bounds) ?? places?.tail(bounds: bounds) ?? [] }
}
