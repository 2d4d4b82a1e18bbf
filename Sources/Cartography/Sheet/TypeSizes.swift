/// Sizes in pixels on a sheet of 800 pixels' width.
struct TypeSizes: Hashable, Sendable {
  var title = 20.0
  var subtitle = 13.0
  var key = 12.5
  var detail = 11.0
  var credit = 9.5
  var label = 12.5
  var context = 10.5
  var marker = 8.5

  /// How much smaller each is on a telephone's column.
  static let narrow = TypeSizes(
    title: 17 / 20, subtitle: 12 / 13, key: 12 / 12.5, detail: 10.5 / 11, credit: 9 / 9.5, label: 11.5 / 12.5,
    context: 9.5 / 10.5, marker: 7.5 / 8.5)

  static let names: [String: WritableKeyPath<TypeSizes, Double> & Sendable] = [
    "title": \.title, "subtitle": \.subtitle, "key": \.key, "detail": \.detail, "credit": \.credit, "label": \.label,
    "context": \.context, "marker": \.marker,
  ]

  /// The sizes on a sheet of another width.
  func on(width: Double, unit: Double) -> TypeSizes {
    var sizes = self
    for path in Self.names.values {
      sizes[keyPath: path] *= unit * (width < 500 ? Self.narrow[keyPath: path] : 1)
    }
    return sizes
  }
}
