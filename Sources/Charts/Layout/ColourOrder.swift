import Results

/// Gives the series of a chart their places in the order of colors: marks and classes with the same
/// label share one, marks without a label have one each, reference lines have none.
struct ColourOrder {
  private var labels: [String] = []
  private var nameless: [Int] = []
  private var taken = 0

  init(_ chart: Chart) {
    for mark in chart.marks {
      for label in mark.kind == .regions ? mark.categories : mark.kind.isSeries ? [mark.label] : []
      {
        if label.isEmpty { nameless.append(labels.count) }
        if label.isEmpty || !labels.contains(label) { labels.append(label) }
      }
    }
  }

  /// The place of the next series.
  mutating func next(_ label: String) -> Int {
    if !label.isEmpty { return labels.firstIndex(of: label) ?? 0 }
    defer { taken += 1 }
    return nameless.indices.contains(taken) ? nameless[taken] : 0
  }
}
