import Results

extension PageRenderer {
  /// The recorded values as a small table; each row can be linked to.
  func values(of result: ExperimentResult, _ experiment: String) -> HTML {
    guard !result.values.isEmpty else { return HTML() }
    let hasSpread = result.values.contains { $0.samples.count > 1 }
    let names = hasSpread ? ["name", "mean", "sd", "seeds"] : ["name", "value"]
    let head = names.enumerated().map { column, name in
      HTML.tag("th", ["scope": "col", "class": column > 0 ? "number" : nil], HTML(name))
    }.joined()
    let rows = result.values.map { row($0, experiment, hasSpread: hasSpread) }.joined("\n")
    let table = HTML.tag(
      "table", ["class": "result"],
      .tag("thead", [:], .tag("tr", [:], head)) + .tag("tbody", [:], rows))
    return scrolling(
      table, label: "Values of \(experiment)", wide: true, class: "scroll values")
  }

  private func row(_ value: RecordedValue, _ experiment: String, hasSpread: Bool) -> HTML {
    let mean = NumberText(value.samples, unit: value.unit, format: ValueFormat("")!)
    var cells: [HTML] = [
      .tag("th", ["scope": "row"], .tag("code", [:], HTML(value.name))),
      .tag("td", ["class": "number"], mean.html),
    ]
    if hasSpread {
      let spread = NumberText.deviation(of: value)
      cells.append(.tag("td", ["class": "number"], spread.html))
      // One number of an experiment with seeds may be made of all of them.
      let count = value.samples.count
      cells.append(.tag("td", ["class": "number"], HTML(count > 1 ? "\(count)" : "")))
    }
    return .tag("tr", ["id": "value-\(experiment)-\(value.name)"], cells.joined())
  }
}

extension NumberText {
  /// The standard deviation alone, spelt as beside its mean; empty for a single number.
  static func deviation(of value: RecordedValue) -> NumberText {
    let both = NumberText(value.samples, unit: value.unit, format: ValueFormat("± sd")!)
    let start = both.pieces.firstIndex(of: .plusMinus).map { $0 + 1 } ?? both.pieces.endIndex
    return NumberText(pieces: Array(both.pieces[start...]))
  }
}
