import Results

extension ExperimentResult {
  /// The unit in which a claim's sides are recorded, or shown by a figure or a table: a percentage, or
  /// points of one.
  func unit(of claim: Claim) -> Unit {
    // Equalities are exact, and may be so to less than a millionth.
    if claim.relation == .equal { return .number }
    let sides = [claim.left, claim.right].filter { samples in
      // A single 0 or 1 is anybody's.
      samples.count > 1 || samples.allSatisfy { $0 != $0.rounded() }
    }
    let recorded = values.first { $0.unit.isShare && sides.contains($0.samples) }
    if let recorded { return recorded.unit }
    // A round number may be a limit that somebody wrote.
    let measured = sides.filter { $0.count > 1 || $0.contains { !($0 * 1000).isWhole } }
    let means = measured.map { SampleSummary($0).mean }
    return shownShares.first { means.contains($0.mean) }?.unit ?? .number
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

extension Double {
  fileprivate var isWhole: Bool { self == rounded() }
}

extension Unit {
  fileprivate var isShare: Bool { self == .percent || self == .points }
}
