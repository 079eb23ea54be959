import Results

extension PageRenderer {
  /// Warns of a figure in which two series of a kind have one name, and so one colour and one place in
  /// the legend. A line and its dots, or an area and its dots, are one series.
  func checkNames(of figure: Figure, _ experiment: String) {
    guard let (kind, name) = figure.chart.repeatedName else { return }
    warnOfRepeated(
      "The figure “\(experiment).\(figure.name)” has two \(kind) “\(name)”.",
      hint: "They have one colour and one name. Give each its own, or make one mark of both.",
      figure.location, experiment)
  }

  /// Warns of a table in which two columns have one head.
  func checkNames(of table: Table, _ experiment: String) {
    guard let name = table.columns.firstRepeated else { return }
    warnOfRepeated(
      "The table “\(experiment).\(table.name)” has two columns “\(name)”.",
      hint: "Give each a head of its own.", table.location, experiment)
  }

  private func warnOfRepeated(
    _ message: String, hint: String, _ location: BlockLocation, _ experiment: String
  ) {
    guard book.experiments[experiment]?.page == index else { return }
    report(
      "repeated-name", message, hint: hint, at: place(of: location, in: experiment),
      severity: .warning)
  }
}

extension Chart {
  /// The first name that two series of a kind have in one panel.
  fileprivate var repeatedName: (kind: String, name: String)? {
    let kinds: [(words: String, kinds: [Mark.Kind])] = [
      ("lines", [.line, .steps]), ("bundles of lines", [.lines]), ("sets of dots", [.dots]),
      ("sets of bars", [.bars]), ("histograms", [.histogram]),
    ]
    for part in panels?.map({ marks + $0.marks }) ?? [marks] {
      for (words, kinds) in kinds {
        let names = part.filter { kinds.contains($0.kind) }.map(\.label)
        if let name = names.firstRepeated { return (words, name) }
      }
    }
    return nil
  }
}

extension [String] {
  /// The first name that stood before; the empty one is no name.
  fileprivate var firstRepeated: String? {
    var known: Set<String> = []
    return first { !$0.isEmpty && !known.insert($0).inserted }
  }
}
