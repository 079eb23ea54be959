import Results

extension Chart {
  /// The panels or frames as charts of their own; the chart alone where it has none.
  var parts: [(title: String, chart: Chart)] {
    guard let panels else { return [("", self)] }
    return panels.map { ($0.title, Chart(x: x, y: y, marks: marks + $0.marks)) }
  }

  /// All marks in one chart: what decides scales, colors and names of every part.
  var whole: Chart {
    Chart(x: x, y: y, marks: marks + (panels ?? []).flatMap(\.marks))
  }

  /// The values of the slider; empty for a chart without one.
  public var frameTitles: [String] { slider == nil ? [] : (panels ?? []).map(\.title) }

  /// Whether the panels are seen side by side.
  var hasPanels: Bool { panels != nil && slider == nil }

  func has(_ kind: Mark.Kind) -> Bool { marks.contains { $0.kind == kind } }
}
