import Results

/// A drawing of a chart: where everything is, before it becomes SVG. In pixels from the top left.
public struct ChartLayout: Codable, Sendable, Equatable {
  var width: Double
  var height: Double
  /// The room of the marks.
  var plot: Box
  var horizontalTicks: [AxisTick] = []
  var verticalTicks: [AxisTick] = []
  /// Where 0 is on the vertical axis, when it is not its lower end.
  var zero: Double?
  /// Whether lines lead from the vertical ticks over the plot.
  var hasGrid = true
  /// Lines over a bundle of thin ones are bold.
  var lineWidth = 1.75
  /// The axes' labels.
  var captions: [Caption] = []
  /// What bands and whiskers mean, in lines.
  var notes: [Caption] = []
  var drawings: [Drawing] = []
  var rules: [Rule] = []
  /// The names at the right of the lines.
  var lineLabels: [LineLabel] = []
  var legend: [LegendEntry] = []
  /// What the shades of a heat map mean.
  var ramp: Ramp?
  /// The edges between the areas of classes.
  var borders: [[Position]] = []
  /// The plots of small multiples, each in the place that it has in the whole drawing.
  var panels: [ChartLayout] = []
  /// The panel's title, above its plot.
  var title: Caption?
  /// What the readout of a page needs to find numbers by places.
  var readout: Readout?
  /// What is written in the middle of a chart without data.
  var notice: String?

  /// A tick and what is written beside it; a minor tick has no lines.
  struct AxisTick: Codable, Equatable {
    var position: Double
    var lines: [String]

    /// The same without words.
    var bare: AxisTick { AxisTick(position: position, lines: lines.isEmpty ? [] : [""]) }
  }

  /// Words at a place (on the base line).
  struct Caption: Codable, Equatable {
    var text: String
    var position: Position
    /// Whether the place is the end of the words and not their start.
    var endsThere = false
  }

  /// How positions of the plot become values, for the page's script.
  struct Readout: Codable, Equatable {
    /// The part's title among the chart's numbers; empty for a chart of one part.
    var title: String
    var x: Scale?
    var y: Scale
  }

  /// A reference line and its name.
  struct Rule: Codable, Equatable {
    var start: Position
    var end: Position
    /// The name above a vertical rule.
    var label: Caption?
  }

  /// A name in the right margin, and the end of what it names.
  struct LineLabel: Codable, Equatable {
    static let lineHeight = 13.0

    var lines: [String]
    /// Nil for a reference line.
    var style: SeriesStyle?
    var end: Position
    /// The middle of the words' left edge.
    var position: Position
  }

  /// A sample of a series and its name above the drawing.
  struct LegendEntry: Codable, Equatable {
    var label: String
    var style: SeriesStyle
    var kind: Mark.Kind
    /// The middle of the sample's left edge.
    var position: Position
  }
}
