import Results

/// A mark whose points have been paired up and whose unshowable values are set aside.
struct Series: Equatable {
  var kind: Mark.Kind
  var label: String
  /// What the band or whisker means.
  var band: String
  /// What the reader must know of the data.
  var note: String?
  /// Its place in the order of colours; marks with the same label share one, rules have none.
  var index: Int
  /// For bars their place among the bars of a category.
  var slot: Int
  /// The points by runs: a value that cannot be shown ends a run.
  var runs: [[Point]]
  /// How many points were set aside, without the gaps of a line.
  var skipped: Int
  /// The edges of a histogram's bins.
  var edges: [Double] = []
  /// The outlines of a class' areas, and how large a part of the plane they are.
  var areas: [[Position]] = []
  var share = 0.0

  /// Whether there is something to draw.
  var isDrawn: Bool { !runs.isEmpty || !areas.isEmpty }

  /// A histogram's counts at the left edges of its bins, and the last one at the end.
  var tops: [Position] {
    let tops = zip(edges, points).map { Position(x: $0, y: $1.y) }
    guard let last = tops.last, edges.count > tops.count else { return tops }
    return tops + [Position(x: edges[tops.count], y: last.y)]
  }

  /// All points.
  var points: [Point] { runs.flatMap { $0 } }

  /// One value of a mark.
  struct Point: Equatable {
    /// The horizontal value; for bars the category's number.
    var x: Double
    var y: Double
    /// The ends of the band or whisker.
    var ends: ClosedRange<Double>?

    var position: Position { Position(x: x, y: y) }
  }
}
