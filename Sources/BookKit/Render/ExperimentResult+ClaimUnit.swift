import Numerics
import Results

extension ExperimentResult {
  /// The unit in which a claim's sides are recorded, its limit is said, a figure or a table shows them,
  /// or their names tell: a percentage, or points of one.
  func unit(of claim: Claim, _ source: ClaimSource) -> Unit {
    // Equalities are exact, and may be so to less than a millionth.
    if claim.relation == .equal { return .number }
    let terms = [source.left.term(of: claim.left), source.right.term(of: claim.right)]
    let sides = terms.filter { samples in
      // A single 0 or 1 is anybody's.
      samples.count > 1 || samples.allSatisfy { $0 != $0.rounded() }
    }
    let recorded = values.first { $0.unit.isShare && sides.contains($0.samples) }
    if let recorded { return recorded.unit }
    if let said = claim.unitOfLimit { return said }
    // A round number may be a limit that somebody wrote.
    let measured = sides.filter { $0.count > 1 || $0.contains { !($0 * 1000).isWhole } }
    let means = measured.map { SampleSummary($0).mean }
    let shown = shownShares.first { means.contains($0.mean) }?.unit
    return shown ?? source.left.share ?? source.right.share ?? .number
  }

  /// The means that figures and tables show as percentages or points.
  private var shownShares: [(mean: Double, unit: Unit)] {
    let drawn = figures.flatMap { figure in
      (figure.chart.marks + (figure.chart.panels ?? []).flatMap(\.marks)).flatMap { mark in
        mark.y.map { ($0, figure.chart.y.unit) }
          + (mark.values ?? []).map { ($0, mark.unit ?? .number) }
      }
    }
    let written = tables.flatMap(\.rows).joined().compactMap { cell -> (Double, Unit)? in
      guard case .number(let samples, let unit, _) = cell else { return nil }
      return (SampleSummary(samples).mean, unit)
    }
    return (drawn + written).filter { $0.1.isShare }.map { (mean: $0.0, unit: $0.1) }
  }
}

extension Claim {
  /// The unit in which the sentence says the limit that the claim compares with: “within 5 %”, where the
  /// right side is 0.05, or “by more than 5 points”, where the margin is.
  fileprivate var unitOfLimit: Unit? {
    func says(_ limit: Double, _ unit: String) -> Bool {
      guard limit != 0, limit.isFinite else { return false }
      let number = NumberFormatting.exact((limit.magnitude * 1e8).rounded() / 1e6)
      let words = sentence.split { $0 == " " || $0 == "\u{A0}" }
      return zip(words, words.dropFirst()).contains { $0 == number && $1.hasPrefix(unit) }
    }
    if right.count == 1 {
      return says(right[0], "point") ? .points : says(right[0], "%") ? .percent : nil
    }
    let margin =
      switch strength {
      case .exact(let tolerance): tolerance
      case .everySeed(let margin), .interval(_, let margin): margin
      }
    return says(margin, "point") ? .percent : nil
  }
}

extension Double {
  fileprivate var isWhole: Bool { self == rounded() }
}

extension Unit {
  fileprivate var isShare: Bool { self == .percent || self == .points }
}
