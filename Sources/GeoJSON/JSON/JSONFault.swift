/// What is wrong with a text and at which byte: how errors travel inside the module. Callers get a ``GeoJSONFault``.
struct JSONFault: Error, Hashable {
  var rule: GeoJSONRule
  var offset: Int
}
