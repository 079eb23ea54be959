import Results

/// Gives the series of a chart their places in the order of colors: marks and classes with the same
/// label share one, marks without a label have one each, reference lines have none.
struct ColourOrder {
  /// The places of the labels, in the order of the marks.
  private(set) var named: [(label: String, place: Int)] = []
  private var nameless: [Int] = []
  private var taken = 0

  /// - Parameter known: the places of labels in earlier charts. A label keeps its own where no other
  ///   of this chart has the same color; the others take the first that are free.
  init(_ chart: Chart, known: [String: Int] = [:]) {
    let labels = Self.labels(of: chart)
    // Up to so many series have a color each; of more, some share one and differ in their pattern.
    let colours = labels.count > SeriesStyle.colours ? Int.max : SeriesStyle.colours
    var used: Set<Int> = []
    let kept = labels.map { label -> Int? in
      guard let place = known[label], used.insert(place % colours).inserted else { return nil }
      return place
    }
    var free = 0
    for (label, known) in zip(labels, kept) {
      if known == nil { while !used.insert(free % colours).inserted { free += 1 } }
      let place = known ?? free
      if label.isEmpty { nameless.append(place) } else { named.append((label, place)) }
    }
  }

  /// The place of the next series.
  mutating func next(_ label: String) -> Int {
    if !label.isEmpty { return named.first { $0.label == label }?.place ?? 0 }
    defer { taken += 1 }
    return nameless.indices.contains(taken) ? nameless[taken] : 0
  }

  private static func labels(of chart: Chart) -> [String] {
    chart.marks.reduce(into: []) { labels, mark in
      for label in mark.kind == .regions ? mark.categories : mark.kind.isSeries ? [mark.label] : []
      where label.isEmpty || !labels.contains(label) {
        labels.append(label)
      }
    }
  }
}
