import Results

/// Where the series' names go: to the ends of the lines, or into a legend above the drawing.
struct Names: Equatable {
  /// All that have a name, in the order of the marks.
  var all: [Series] = []
  /// The lines that are named at their end.
  var atEnds: [Series] = []
  /// The series that are named in the legend.
  var inLegend: [Series] = []

  /// Whether the only series is one that the caption and the axis name: not dots, each of which is
  /// something.
  var isSaidElsewhere: Bool { all.count == 1 && all[0].kind != .dots }

  /// More lines than this have a legend.
  static let mostLineLabels = 12

  init(_ series: [Series]) {
    let named = series.filter { !$0.label.isEmpty && $0.isDrawn }.reduce(into: [Series]()) {
      known, next in
      // A line and its dots are one series, named as a line; a class and its dots, as dots.
      if let place = known.firstIndex(where: { $0.label == next.label }) {
        let earlier = known[place].kind
        if next.kind.isLine && !earlier.isLine || earlier == .regions { known[place] = next }
      } else {
        known.append(next)
      }
    }
    all = named
    let lines = named.filter(\.kind.isLine)
    if lines.count <= Self.mostLineLabels { atEnds = lines }
    inLegend = named.filter { !atEnds.contains($0) }
    if inLegend.count == 1, isSaidElsewhere { inLegend = [] }
  }
}
