/// A figure of an experiment: a chart with a name and a caption that says what to see.
public struct Figure: Codable, Sendable, Equatable {
  /// A slug, unique among the experiment's figures and tables.
  public var name: String
  /// What the reader should see in it.
  public var caption: String
  /// What is drawn.
  public var chart: Chart
  /// Where it was said.
  public var location: BlockLocation

  /// Creates a figure.
  public init(name: String, caption: String, chart: Chart, location: BlockLocation) {
    self.name = name
    self.caption = caption
    self.chart = chart
    self.location = location
  }
}

/// What a chart shows: marks and data, never pixels.
public struct Chart: Codable, Sendable, Equatable {
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The marks, drawn in order.
  public var marks: [Mark]

  /// Creates a chart.
  public init(x: Axis, y: Axis, marks: [Mark]) {
    self.x = x
    self.y = y
    self.marks = marks
  }
}

/// An axis of a chart.
public struct Axis: Codable, Sendable, Equatable {
  /// How values become positions.
  public enum Scale: String, Codable, Sendable {
    /// Evenly.
    case linear
    /// By decades; every value is positive.
    case log
  }

  /// What is measured, shown at the axis' end.
  public var label: String
  /// How values become positions.
  public var scale: Scale
  /// Values that the axis must include besides the data (for example 0, or 0 and 1).
  public var including: [Double]
  /// Whether larger values are on the left (below).
  public var reversed: Bool
  /// How ticks are written.
  public var unit: Unit

  /// Creates an axis.
  public init(
    label: String, scale: Scale = .linear, including: [Double] = [], reversed: Bool = false,
    unit: Unit = .number
  ) {
    self.label = label
    self.scale = scale
    self.including = including
    self.reversed = reversed
    self.unit = unit
  }
}

/// One layer of a chart.
public struct Mark: Codable, Sendable, Equatable {
  /// What is drawn.
  public enum Kind: String, Codable, Sendable {
    /// Points joined in order, with a band from `low` to `high` where they are given.
    case line
    /// One dot a point, with a whisker where `low` and `high` are given.
    case dots
    /// One bar a category, with a whisker where `low` and `high` are given.
    case bars
    /// A reference line: vertical at `x[0]`, or horizontal at `y[0]`.
    case rule
  }

  /// What is drawn.
  public var kind: Kind
  /// The series' name, written beside it.
  public var label: String
  /// Horizontal positions; empty for bars and horizontal rules.
  public var x: [Double]
  /// Vertical positions; empty for vertical rules.
  public var y: [Double]
  /// Lower ends of the band or whiskers; empty for none.
  public var low: [Double]
  /// Upper ends of the band or whiskers; empty for none.
  public var high: [Double]
  /// What the band or whisker means: `range of 5 seeds`; empty without one.
  public var band: String
  /// The names of the bars, one for each of `y`; empty for other kinds.
  public var categories: [String]

  /// Creates a mark.
  public init(
    kind: Kind, label: String, x: [Double] = [], y: [Double] = [], low: [Double] = [],
    high: [Double] = [], band: String = "", categories: [String] = []
  ) {
    self.kind = kind
    self.label = label
    self.x = x
    self.y = y
    self.low = low
    self.high = high
    self.band = band
    self.categories = categories
  }
}
