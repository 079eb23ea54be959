import Numerics
import Results

extension NumberText {
  /// Recorded samples in a format; by their unit where the format doesn't say.
  init(_ samples: [Double], unit: Unit, format: ValueFormat) {
    let summary = SampleSummary(samples)
    if format.shown == .seeds {
      self.init(pieces: [.number(NumberFormatting.fixed(Double(samples.count), places: 0))])
      return
    }
    guard summary.count > 0 else {
      self = .missing
      return
    }
    let style = NumberStyle(format.digits, unit: unit)
    let mean = style.digits(of: summary.mean)
    var pieces: [Piece]
    switch format.shown {
    case _ where summary.count == 1: pieces = [.number(mean)]
    case .meanAndDeviation:
      pieces = [.number(mean), .plusMinus, .number(style.spread(summary.deviation, beside: mean))]
    case .meanAndInterval:
      let half = style.spread(summary.confidenceHalfWidth, beside: mean)
      pieces = [.number(mean), .plusMinus, .number(half)]
    case .range:
      let ends = [summary.low, summary.high].map(style.digits)
      pieces = ends[0] == ends[1] ? [.number(ends[0])] : [.number(ends[0]), .to, .number(ends[1])]
    case .mean, .seeds: pieces = [.number(mean)]
    }
    if let suffix = style.suffix { pieces.append(suffix) }
    self.init(pieces: pieces)
  }

  /// A table's cell: the mean ± the standard deviation of several samples, with so many decimals or
  /// as many as the unit asks for.
  init(_ samples: [Double], unit: Unit, decimals: Int?) {
    var format = ValueFormat("± sd")!
    format.digits = decimals.map { places in
      switch unit {
      case .number, .count: .fixed(places: places)
      case .percent: .percent(places: places)
      case .points: .points(places: places)
      }
    }
    self.init(samples, unit: unit, format: format)
  }

  /// A measured number without a unit.
  init(_ x: Double) { self.init([x], unit: .number, format: ValueFormat("")!) }

  /// A confidence as a percentage: `95%`.
  init(percentOf fraction: Double) {
    // Through decimals, so that 0.95 is 95 and not 94.99999999999999.
    var digits = NumberFormatting.fixed(100 * fraction, places: 3)
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    self.init(pieces: [.number(digits), .percent])
  }

  /// A number that somebody typed: no digit more or less than it has.
  init(exactly x: Double) { self.init(pieces: [.number(NumberFormatting.exact(x))]) }
}

/// How numbers of one unit and format become digits.
struct NumberStyle {
  private let digits: ValueFormat.Digits

  init(_ asked: ValueFormat.Digits?, unit: Unit) {
    switch unit {
    case _ where asked != nil: digits = asked!
    case .number: digits = .significant(digits: 3)
    case .count: digits = .fixed(places: 0)
    case .percent: digits = .percent(places: 1)
    case .points: digits = .points(places: 1)
    }
  }

  /// What follows the last number.
  var suffix: NumberText.Piece? {
    switch digits {
    case .percent: .percent
    case .points: .points
    case .fixed, .significant: nil
    }
  }

  func digits(of x: Double) -> String {
    switch digits {
    case .percent(let places), .points(let places):
      return NumberFormatting.fixed(100 * x, places: places)
    case .fixed(let places): return NumberFormatting.fixed(x, places: places)
    case .significant(let count):
      return NumberFormatting.significant(x, digits: count)
    }
  }

  /// A deviation, with as many decimals as the mean that it stands beside.
  func spread(_ x: Double, beside mean: String) -> String {
    guard case .significant = digits else { return digits(of: x) }
    guard !mean.contains("e"), let point = mean.firstIndex(of: ".") else {
      return NumberFormatting.significant(x, digits: 2)
    }
    let places = mean.distance(from: point, to: mean.endIndex) - 1
    let text = NumberFormatting.fixed(x, places: places)
    // A small spread must not look like none.
    let vanished = x > 0 && text.allSatisfy { $0 == "0" || $0 == "." }
    return vanished ? NumberFormatting.significant(x, digits: 1) : text
  }
}
