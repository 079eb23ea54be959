import Testing

/// A row of the page *Techniques and their oracles*: what the engine implements, and who says that it
/// is right.
struct Technique: Sendable, CustomTestStringConvertible {
  /// The kind of technique, a heading of the page.
  let group: String
  /// The technique's name in the field.
  let name: String
  /// The type or function that implements it.
  let type: String
  /// What it is compared with.
  let oracle: String
  /// Where the mathematics comes from.
  let source: String
  /// The largest error that the test allows.
  let tolerance: Double
  /// The largest error found.
  let error: @Sendable () -> Double

  var testDescription: String { "\(group): \(name)" }

  init(
    _ group: String, _ name: String, type: String, oracle: String, source: String,
    tolerance: Double, error: @escaping @Sendable () -> Double
  ) {
    self.group = group
    self.name = name
    self.type = type
    self.oracle = oracle
    self.source = source
    self.tolerance = tolerance
    self.error = error
  }
}
