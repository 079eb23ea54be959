/// A layer of a figure: `Line`, `Lines`, `Dots`, `Bars`, `Rule`, `HeatMap`, `Regions` or `Images`.
public protocol MarkSource {
  /// The marks that it draws.
  var marks: [Mark] { get }
}

/// Points joined in order.
public struct Line: MarkSource {
  /// The marks that it draws.
  public let marks: [Mark]

  /// A line through points.
  public init(_ label: String, x: [Double], y: some Collection<Double>) {
    requirePairs(x.count, y.count, "Line", label)
    marks = [Mark(kind: .line, label: label, x: x, y: Array(y))]
  }

  /// A line through means, with a band over the range of the seeds.
  public init(_ label: String, x: [Double], y: [Samples]) {
    requirePairs(x.count, y.count, "Line", label)
    marks = [banded(.line, label, x: x, y: y)]
  }

  /// A line through the mean of one curve a seed, with a band over their range.
  public init(_ label: String, x: [Double], y: Seeds<[Double]>) {
    self.init(label, x: x, y: y.points)
  }

  /// One line for each value of a sweep that every seed made.
  ///
  /// - Parameters:
  ///   - runs: The runs.
  ///   - x: The horizontal positions in a run.
  ///   - y: The curve in a run.
  ///   - name: The parameter that was swept; its values label the lines.
  public init<P, T>(
    _ runs: Seeds<Sweep<P, T>>, x: KeyPath<T, [Double]>, y: KeyPath<T, [Double]>, by name: String
  ) {
    let sweep = runs.results[0]
    marks = sweep.values.flatMap { value in
      let arm = runs[name, value].results
      return Line(
        "\(name) \(value)", x: arm[0][keyPath: x], y: Seeds(arm.map { $0[keyPath: y] })
      ).marks
    }
  }
}

extension Line {
  /// The same with steps: a value holds from its place to the next one.
  public func stepped() -> Line {
    Line(
      marks: marks.map { line in
        var steps = line
        steps.kind = .steps
        return steps
      })
  }

  private init(marks: [Mark]) { self.marks = marks }
}

/// Several thin lines that are one series: fits to many samples, the runs of many seeds.
public struct Lines: MarkSource {
  /// The marks that it draws.
  public let marks: [Mark]

  /// Curves over the same horizontal positions.
  public init(_ label: String, x: [Double], y: [[Double]]) {
    for curve in y { requirePairs(x.count, curve.count, "Lines", label) }
    marks = [Mark(kind: .lines, label: label, x: x, y: Array(y.joined()))]
  }

  /// One curve a seed.
  public init(_ label: String, x: [Double], y: Seeds<[Double]>) {
    self.init(label, x: x, y: y.results)
  }
}

/// One dot a point.
public struct Dots: MarkSource {
  /// The marks that it draws.
  public let marks: [Mark]

  /// Dots at points.
  public init(_ label: String, x: [Double], y: some Collection<Double>) {
    requirePairs(x.count, y.count, "Dots", label)
    marks = [Mark(kind: .dots, label: label, x: x, y: Array(y))]
  }

  /// Dots at means, with whiskers over the range of the seeds.
  public init(_ label: String, x: [Double], y: [Samples]) {
    requirePairs(x.count, y.count, "Dots", label)
    marks = [banded(.dots, label, x: x, y: y)]
  }
}

/// One bar a category.
public struct Bars: MarkSource {
  /// The marks that it draws.
  public let marks: [Mark]

  /// Bars with names, with whiskers over the range of the seeds.
  public init(_ label: String, _ bars: [(String, any Measured)]) {
    var names: Set<String> = []
    for (name, _) in bars {
      require(names.insert(name).inserted, "Bars \"\(label)\" has two bars \"\(name)\"")
    }
    var mark = banded(.bars, label, x: [], y: bars.map { $0.1.samples })
    mark.categories = bars.map(\.0)
    marks = [mark]
  }
}

/// A reference line.
public struct Rule: MarkSource {
  /// The marks that it draws.
  public let marks: [Mark]

  /// A vertical line.
  public init(x: Double, _ label: String) { marks = [Mark(kind: .rule, label: label, x: [x])] }

  /// A horizontal line.
  public init(y: Double, _ label: String) { marks = [Mark(kind: .rule, label: label, y: [y])] }
}

private func banded(_ kind: Mark.Kind, _ label: String, x: [Double], y: [Samples]) -> Mark {
  let seeds = y.first?.values.count ?? 1
  var mark = Mark(kind: kind, label: label, x: x, y: y.map(\.mean))
  if seeds > 1 {
    mark.low = y.map(\.min)
    mark.high = y.map(\.max)
    mark.band = "range of \(seeds) seeds"
  }
  return mark
}

private func requirePairs(_ x: Int, _ y: Int, _ kind: String, _ label: String) {
  require(x == y, "\(kind) \"\(label)\" has \(x) horizontal and \(y) vertical positions")
}
