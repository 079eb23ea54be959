import Numerics

/// How far a measured number moved from one build to the other.
struct SampleShift {
  let old: SampleSummary
  let new: SampleSummary
  /// The standard deviation over the seeds, of both builds together; zero where nothing spreads.
  let spread: Double

  /// Nil if no sample moved.
  init?(_ old: [Double], _ new: [Double]) {
    if Self.areSame(old, new) { return nil }
    self.old = SampleSummary(old)
    self.new = SampleSummary(new)
    let deviations = [self.old, self.new].filter { $0.count > 1 }.map(\.deviation)
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    spread = deviations.isEmpty ? 0 : (squares / Double(deviations.count)).squareRoot()
  }

  var difference: Double { new.mean - old.mean }
  var spreads: Double? { spread > 0 ? difference / spread : nil }

  /// Two numbers that differ by less than this part of the larger one have not moved: another order of
  /// additions does as much. `regbook verify` compares bits.
  private static let tolerance = 1e-6

  /// Whether no number moved; one that is not a number equals another.
  static func areSame(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { a, b in
        a == b || a.isNaN && b.isNaN
          || abs(a - b) < tolerance * max(abs(a), abs(b)) && (a - b).isFinite
      }
  }
}
