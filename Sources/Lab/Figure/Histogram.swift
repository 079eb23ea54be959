/// How often values fall into bins. All histograms of a figure have the same bins.
public struct Histogram: Sendable {
  let label: String
  let values: [Double]
  let bins: Int

  /// A histogram of values; those that are not finite are counted in a note.
  ///
  /// - Parameters:
  ///   - label: The series' name.
  ///   - values: What is counted.
  ///   - bins: About how many bins; their edges are round numbers.
  public init(_ label: String, _ values: some Collection<Double>, bins: Int = 30) {
    require(bins >= 1, "the histogram \"\(label)\" needs at least 1 bin, not \(bins)")
    self.label = label
    self.values = Array(values)
    self.bins = bins
  }

  /// A histogram of values.
  public init(_ label: String, _ values: some Collection<Float>, bins: Int = 30) {
    self.init(label, values.map(Double.init), bins: bins)
  }
}

/// The bins of a figure's histograms: bin i from edge i, included, to edge i + 1.
struct HistogramBins {
  private(set) var edges: [Double] = []

  /// Bins whose edges are multiples of 1, 2 or 5 times a power of ten. Bins of whole numbers have a
  /// whole number in their middle, or as many on each side.
  init(_ histograms: [Histogram]) {
    let values = histograms.flatMap(\.values).filter(Self.isShowable)
    guard let low = values.min(), let high = values.max() else { return }
    let isWhole = values.allSatisfy { $0 == $0.rounded() && $0.magnitude < 1e15 }
    let wanted = Double(histograms.map(\.bins).max() ?? 1)
    let step = Self.step((isWhole ? high - low + 1 : high - low) / wanted, isWhole: isWhole)
    guard step > 0, step > max(low.magnitude, high.magnitude) * 1e-13 else {
      edges = low == 0 ? [-0.5, 0.5] : [low - low.magnitude / 2, low + low.magnitude / 2]
      return
    }
    let first = (low / step).rounded(.down)
    let count = Int((high / step - first).rounded(.down)) + 1
    edges = (0...count).map { Self.rounded((first + Double($0)) * step, to: step) }
    if isWhole { edges = edges.map { $0 - 0.5 } }
    // The largest value of a range that ends on an edge belongs to the last bin but one.
    if count > 1 && !isWhole && edges[count - 1] == high { edges.removeLast() }
  }

  /// The counts of a histogram as a mark.
  func mark(of histogram: Histogram) -> Mark {
    let shown = histogram.values.filter(Self.isShowable)
    let left = histogram.values.count - shown.count
    var counts = [Double](repeating: 0, count: max(0, edges.count - 1))
    for value in shown { counts[bin(of: value)] += 1 }
    let note = "\(left) of \(histogram.values.count) values of \(histogram.label) are not finite"
    return Mark(
      kind: .histogram, label: histogram.label, x: edges, y: counts, note: left > 0 ? note : nil)
  }

  private func bin(of value: Double) -> Int {
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  private static func isShowable(_ value: Double) -> Bool { value.magnitude <= 1e300 }

  /// The smallest step of 1, 2 or 5 times a power of ten that is not below `least`.
  private static func step(_ least: Double, isWhole: Bool) -> Double {
    guard least > 1e-300 else { return 0 }
    var exponent = isWhole ? 0 : -301
    while true {
      for factor in [1, 2, 5] {
        let step = Double("\(factor)e\(exponent)")!
        if step >= least { return step }
      }
      exponent += 1
    }
  }

  /// A multiple of a step as the nearest decimal: 0.3 and not 3 × 0.1.
  private static func rounded(_ value: Double, to step: Double) -> Double {
    let digits = max(
      1, min(17, Int((log(max(value.magnitude, step) / step) / log(10)).rounded(.up)) + 2))
    return Double(NumberFormatting.significant(value, digits: digits)) ?? value
  }
}
