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
  /// The values between which the axis is cut, whatever the data; nil where it shows all of them.
  public var within: ClosedRange<Double>?
  /// Whether larger values are on the left (below).
  public var reversed: Bool
  /// How ticks are written.
  public var unit: Unit

  /// Creates an axis.
  public init(
    label: String, scale: Scale = .linear, including: [Double] = [],
    within: ClosedRange<Double>? = nil, reversed: Bool = false, unit: Unit = .number
  ) {
    self.label = label
    self.scale = scale
    self.including = including
    self.within = within
    self.reversed = reversed
    self.unit = unit
  }
}
