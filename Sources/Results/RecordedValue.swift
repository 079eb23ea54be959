/// A number with a name, for prose (`{{experiment.name}}`), `results.json` and comparisons.
public struct RecordedValue: Codable, Sendable, Equatable {
  /// A slug, unique in the experiment.
  public var name: String
  /// One number, or one a seed in the order of the seeds.
  public var samples: [Double]
  /// How it is shown.
  public var unit: Unit
  /// Where it was said.
  public var location: BlockLocation

  /// Creates a value.
  public init(name: String, samples: [Double], unit: Unit, location: BlockLocation) {
    self.name = name
    self.samples = samples
    self.unit = unit
    self.location = location
  }
}

/// How a number is shown.
public enum Unit: String, Codable, Sendable {
  /// As it is.
  case number
  /// A whole number of things.
  case count
  /// A fraction, shown times 100 with a percent sign.
  case percent
  /// A difference of two fractions, shown times 100 as percentage points.
  case points
}
