import Results

extension Chart {
  /// The chart as an inline `<svg>` element of 640 × 360 px that shrinks with its column.
  /// A narrower one (320) keeps text of 12 px legible on a phone.
  ///
  /// Its colours are the page's: `currentColor`, and the classes `series-1`…`series-4` and
  /// `reference`.
  ///
  /// - Parameters:
  ///   - id: a prefix unique on the page, for the ids of the title and the description.
  ///   - title: the chart's name for those who hear it; not drawn.
  ///   - width: of the drawing in pixels.
  public func svg(id: String, title: String, width: Double = 640) -> String {
    ChartLayout(self, width: width, height: max(260, width * 9 / 16)).svg(
      id: id, title: title, description: summary)
  }
}
