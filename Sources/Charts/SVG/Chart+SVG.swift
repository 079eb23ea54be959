import Results

extension Chart {
  /// The chart as an inline `<svg>` element of 640 px that shrinks with its column. A narrower one
  /// (320) keeps text of 12 px legible on a phone.
  ///
  /// Its colors are the page's: `currentColor`, and the classes `series-1`…`series-4`, `reference`,
  /// `heat`, `on-light`, `on-dark` and `ink`.
  ///
  /// - Parameters:
  ///   - id: a prefix unique on the page, for the ids of the title and the description.
  ///   - title: the chart's name for those who hear it; not drawn.
  ///   - width: of the drawing in pixels.
  ///   - frame: of a chart with a slider, the value that is shown: a place in `frameTitles`.
  ///   - colours: the colors of names that other charts show too.
  public func svg(
    id: String, title: String, width: Double = 640, frame: Int = 0,
    colours: ColourNames = ColourNames()
  ) -> String {
    if whole.has(.images) {
      return ImageSheet(self, width: width, frame: frame).svg(
        id: id, title: title, description: summary(ofFrame: frame))
    }
    let height = height(for: width)
    return ChartLayout(self, width: width, height: height, frame: frame, colours: colours).svg(
      id: id, title: title, description: summary(ofFrame: frame))
  }

  private func height(for width: Double) -> Double {
    if let heat = whole.marks.first(where: { $0.kind == .heat }) {
      return min(max(Double(heat.rows?.count ?? 1) * 32 + 80, 140), width)
    }
    return whole.has(.regions) ? min(width * 0.75, 420) : max(260, width * 9 / 16)
  }
}
