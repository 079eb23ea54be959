import Results

/// A mark whose points have been paired up and whose unshowable values are set aside.
struct Series: Equatable {
  var kind: Mark.Kind
  var label: String
  /// What the band or whisker means.
  var band: String
  /// Its place in the order of colours; marks with the same label share one, rules have none.
  var index: Int
  /// For bars their place among the bars of a category.
  var slot: Int
  /// The points by runs: a value that cannot be shown ends a run.
  var runs: [[Point]]
  /// How many points were set aside.
  var skipped: Int

  /// All points.
  var points: [Point] { runs.flatMap { $0 } }

  /// One value of a mark.
  struct Point: Equatable {
    /// The horizontal value; for bars the category's number.
    var x: Double
    var y: Double
    /// The ends of the band or whisker.
    var ends: ClosedRange<Double>?
  }
}
