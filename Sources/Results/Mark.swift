/// One layer of a chart.
public struct Mark: Codable, Sendable, Equatable {
  /// What is drawn.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Points joined in order, with a band from `low` to `high` where they are given.
    case line
    /// Points joined by steps: a value holds from its place to the next one.
    case steps
    /// Several thin lines over the same horizontal positions: `y` has one curve after the other.
    case lines
    /// Counts of values: `x` has the edges of the bins, one more than `y` has counts.
    case histogram
    /// One dot a point, with a whisker where `low` and `high` are given.
    case dots
    /// One bar a category, with a whisker where `low` and `high` are given.
    case bars
    /// A reference line: vertical at `x[0]`, or horizontal at `y[0]`.
    case rule
    /// Shades of numbers, `values`, one for each of `rows` and `categories`.
    case heat
    /// Areas of classes, `raster`, around the points of a grid of `x` and `y`.
    case regions
    /// Grey images side by side, `raster`, one for each of `categories`.
    case images
  }

  /// What is drawn.
  public var kind: Kind
  /// The series' name, written beside it; of a heat map what its numbers measure.
  public var label: String
  /// Horizontal positions; empty for bars and horizontal rules. Of images the values that are drawn
  /// like paper and like ink.
  public var x: [Double]
  /// Vertical positions; empty for vertical rules.
  public var y: [Double]
  /// Lower ends of the band or whiskers; empty for none.
  public var low: [Double]
  /// Upper ends of the band or whiskers; empty for none.
  public var high: [Double]
  /// What the band or whisker means: `range of 5 seeds`; empty without one.
  public var band: String
  /// The names of the bars, one for each of `y`, of a heat map's columns or of the classes; the
  /// captions of images; empty for other kinds.
  public var categories: [String]
  /// The names of a heat map's rows, from the top.
  public var rows: [String]?
  /// The numbers of a heat map, row by row from the top.
  public var values: [Double]?
  /// How the numbers of a heat map are shown.
  public var unit: Unit?
  /// Of regions a string for each of `y`, with a digit a cell, 0…9 and a…z, the number of its class.
  /// Of images a string a row of pixels, image after image, with two hexadecimal digits a pixel.
  public var raster: [String]?
  /// What the reader must know of the data, such as numbers that were left out.
  public var note: String?

  /// Creates a mark.
  public init(
    kind: Kind, label: String, x: [Double] = [], y: [Double] = [], low: [Double] = [],
    high: [Double] = [], band: String = "", categories: [String] = [], rows: [String]? = nil,
    values: [Double]? = nil, unit: Unit? = nil, raster: [String]? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.label = label
    self.x = x
    self.y = y
    self.low = low
    self.high = high
    self.band = band
    self.categories = categories
    self.rows = rows
    self.values = values
    self.unit = unit
    self.raster = raster
    self.note = note
  }
}
