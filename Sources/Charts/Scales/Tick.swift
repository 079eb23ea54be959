/// A mark on an axis.
struct Tick: Codable, Equatable {
  /// Where, in data units.
  var value: Double
  /// What is written beside it, with an ASCII minus; nil for a minor tick.
  var label: String?
}
