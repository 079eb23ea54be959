extension Chart {
  /// The chart of what stands in a figure's braces.
  init(x: Axis, y: Axis, items: [FigureItem], figure: String) {
    for axis in [x, y] { axis.requireEnds(figure) }
    let bins = HistogramBins(Self.histograms(in: items))
    self.init(x: x, y: y, marks: Self.marks(of: items, bins))
    let panels = items.compactMap { item -> Chart.Panel? in
      guard case .panel(let panel) = item else { return nil }
      return Chart.Panel(title: panel.title, marks: Self.marks(of: panel.items, bins))
    }
    if !panels.isEmpty { self.panels = panels }
    let isDeep = items.contains { item in
      guard case .panel(let panel) = item else { return false }
      return panel.items.contains { if case .panel = $0 { true } else { false } }
    }
    require(!isDeep, "a panel holds marks, not other panels; \"\(figure)\" has one in another")
    let kinds = Set((self.marks + panels.flatMap(\.marks)).map(\.kind))
    require(
      !kinds.contains(.images) || kinds == [.images],
      "images stand alone in a figure; \"\(figure)\" has other marks beside them")
    require(
      !kinds.contains(.heat) || kinds == [.heat],
      "heat maps stand alone in a figure; \"\(figure)\" has other marks beside them")
  }

  private static func histograms(in items: [FigureItem]) -> [Histogram] {
    items.flatMap { item -> [Histogram] in
      switch item {
      case .mark: []
      case .histogram(let histogram): [histogram]
      case .panel(let panel): histograms(in: panel.items)
      }
    }
  }

  private static func marks(of items: [FigureItem], _ bins: HistogramBins) -> [Mark] {
    items.compactMap { item in
      switch item {
      case .mark(let mark): mark
      case .histogram(let histogram): bins.mark(of: histogram)
      case .panel: nil
      }
    }
  }
}

extension Axis {
  /// Refuses to be cut where it has no places.
  fileprivate func requireEnds(_ figure: String) {
    guard let within else { return }
    let (low, high) = (within.lowerBound, within.upperBound)
    require(
      low.isFinite && high.isFinite && low < high,
      "an axis of the figure \"\(figure)\" is cut within two numbers, the first below the second; not \(low)...\(high)"
    )
    require(
      scale != .log || low > 0,
      "a logarithmic axis of the figure \"\(figure)\" is cut within two positive numbers, not \(low)...\(high)"
    )
  }
}
