import Numerics
import Results

/// How the values of an axis become positions, from 0 (left, below) to 1.
struct Scale: Codable, Equatable {
  var kind: Axis.Scale
  /// The smallest value shown.
  var low: Double
  /// The largest value shown.
  var high: Double
  /// Whether larger values are on the left (below).
  var reversed: Bool
  /// The ticks by increasing value.
  var ticks: [Tick] = []

  /// Where a value is; nil when the scale cannot show it.
  func fraction(_ value: Double) -> Double? {
    guard isShowable(value) else { return nil }
    let fraction: Double
    switch kind {
    case .linear: fraction = (value - low) / (high - low)
    case .log:
      let start = Logarithm.decimal(low)
      fraction = (Logarithm.decimal(value) - start) / (Logarithm.decimal(high) - start)
    }
    // Far outside a cut axis a pixel more or less does not matter, but infinity would.
    let near = min(max(fraction, -1e6), 1e6)
    return reversed ? 1 - near : near
  }

  /// The value at a fraction.
  func value(_ fraction: Double) -> Double {
    let part = reversed ? 1 - fraction : fraction
    switch kind {
    case .linear: return low + (high - low) * part
    case .log:
      let start = Logarithm.decimal(low)
      return exp((start + (Logarithm.decimal(high) - start) * part) / 0.4342944819032518)
    }
  }

  /// Where the end of a band or whisker is: one that a logarithm cannot show reaches the edge.
  func end(_ value: Double) -> Double? {
    kind == .log && value <= 0 ? (reversed ? 1 : 0) : fraction(value)
  }

  /// Where bars start: at 0, or at the low end of a log axis.
  var base: Double { fraction(min(max(0, low), high)) ?? 0 }

  func isShowable(_ value: Double) -> Bool { Self.isShowable(value, kind) }

  /// Whether a value has a place on such a scale. Beyond ±1e300 differences overflow.
  static func isShowable(_ value: Double, _ kind: Axis.Scale) -> Bool {
    switch kind {
    case .linear: value.magnitude <= 1e300
    case .log: value >= 1e-300 && value <= 1e300
    }
  }
}
