/// A measured number: one value, or one a seed.
///
/// Arithmetic goes seed by seed, so a difference of two samples is a paired difference.
public struct Samples: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// The values in the order of the seeds.
  public let values: [Double]

  /// The values in the order of the seeds, at least one.
  public init(_ values: [Double]) {
    require(!values.isEmpty, "a measured number needs at least one value")
    self.values = values
  }

  /// One value.
  public init(_ value: Double) { values = [value] }

  /// One value, written out.
  public init(floatLiteral value: Double) { values = [value] }

  /// One value, written out.
  public init(integerLiteral value: Int) { values = [Double(value)] }

  /// The mean over the seeds.
  public var mean: Double { values.reduce(0, +) / Double(values.count) }
  /// The smallest value.
  public var min: Double { values.reduce(values[0]) { Swift.min($0, $1) } }
  /// The largest value.
  public var max: Double { values.reduce(values[0]) { Swift.max($0, $1) } }
}

extension Samples {
  /// The sum, seed by seed.
  public static func + (a: Samples, b: Samples) -> Samples { paired(a, b) { $0 + $1 } }
  /// The difference, seed by seed.
  public static func - (a: Samples, b: Samples) -> Samples { paired(a, b) { $0 - $1 } }
  /// The product, seed by seed.
  public static func * (a: Samples, b: Samples) -> Samples { paired(a, b) { $0 * $1 } }
  /// The quotient, seed by seed.
  public static func / (a: Samples, b: Samples) -> Samples { paired(a, b) { $0 / $1 } }

  private static func paired(
    _ a: Samples, _ b: Samples, _ combine: (Double, Double) -> Double
  ) -> Samples {
    a.requirePairs(with: b)
    let n = Swift.max(a.values.count, b.values.count)
    return Samples(
      (0..<n).map {
        combine(a.values[a.values.count == 1 ? 0 : $0], b.values[b.values.count == 1 ? 0 : $0])
      })
  }
}

extension Samples {
  /// Refuses another number of seeds; one value pairs with every seed.
  func requirePairs(with other: Samples) {
    let counts = (values.count, other.values.count)
    require(
      counts.0 == counts.1 || counts.0 == 1 || counts.1 == 1,
      "numbers of \(counts.0) and of \(counts.1) seeds cannot be paired")
  }
}

/// Something that is one measured number: a `Double` or `Int`, `Samples`, or `Seeds` of numbers.
public protocol Measured {
  /// The number as samples.
  var samples: Samples { get }
}

extension Samples: Measured {
  /// Itself.
  public var samples: Samples { self }
}
extension Double: Measured {
  /// One value.
  public var samples: Samples { Samples(self) }
}
/// Something that counts things, shown without a fraction.
protocol Counted {}

extension Int: Measured, Counted {
  /// One value.
  public var samples: Samples { Samples(Double(self)) }
}
extension Float: Measured {
  /// One value.
  public var samples: Samples { Samples(Double(self)) }
}
