import Results

extension PageRenderer {
  /// The joined cell: the code on a tinted field, what it said on bare paper in the same frame, and
  /// a line that says how to repeat it.
  func cell(_ experiment: Experiment) throws -> HTML {
    guard let exhibit = book.experiments[experiment.id]?.exhibit else { return HTML() }
    let title = HTML.tag(
      "p", ["class": "cell-title", "id": "\(exhibit.anchor)-title"],
      .tag("a", ["href": "#\(exhibit.anchor)"], HTML(exhibit.label)) + HTML(" ")
        + .tag("code", [:], HTML(experiment.id)))
    let parts = [
      title, try code(of: experiment, exhibit), result(of: experiment, exhibit),
      provenance(of: experiment),
    ]
    return .tag(
      "section",
      ["class": "cell", "id": exhibit.anchor, "aria-labelledby": "\(exhibit.anchor)-title"],
      parts.filter { !$0.isEmpty }.joined("\n"))
  }

  private func code(of experiment: Experiment, _ exhibit: Exhibit) throws -> HTML {
    let code = try code(experiment.code, "swift", label: "Code of \(exhibit.label)")
    let isFolded = experiment.options.fold ?? (countLines(experiment.code) > Self.mostLinesUnfolded)
    return .tag(
      "details", ["class": "cell-code", "open": isFolded ? nil : ""],
      .tag("summary", [:], HTML("Code, \(lineCount(experiment.code))")) + code)
  }

  private func result(of experiment: Experiment, _ exhibit: Exhibit) -> HTML {
    guard let result = result(of: experiment.id) else { return noResult(experiment) }
    var parts: [HTML] = []
    for figure in result.figures where !isElsewhere(figure.name, experiment) {
      guard let number = self.exhibit(figure.name, experiment) else { continue }
      parts.append(self.figure(figure, of: experiment.id, as: number, inCell: true))
    }
    for table in result.tables where !isElsewhere(table.name, experiment) {
      guard let number = self.exhibit(table.name, experiment) else { continue }
      parts.append(self.table(table, of: experiment.id, as: number))
    }
    parts.append(values(of: result, experiment.id))
    parts.append(output(result.output, exhibit))
    parts.append(failure(result.failure))
    parts.append(claims(of: result, experiment))
    parts.removeAll(where: \.isEmpty)
    guard !parts.isEmpty else { return HTML() }
    let seam = HTML.tag("p", ["class": "seam"], .tag("span", [:], HTML("result")))
    return .tag("div", ["class": "cell-result"], ([seam] + parts).joined("\n"))
  }

  private func isElsewhere(_ name: String, _ experiment: Experiment) -> Bool {
    placed.contains("\(experiment.id).\(name)")
  }

  private func exhibit(_ name: String, _ experiment: Experiment) -> Exhibit? {
    book.exhibits[index]["\(experiment.id).\(name)"]
  }

  private func noResult(_ experiment: Experiment) -> HTML {
    let words =
      HTML.tag("strong", [:], HTML("No result."))
      + HTML(" This experiment failed or has not been run. To see why: ")
      + .tag("code", [:], HTML("regbook run \(experiment.id)"))
    return .tag("div", ["class": "cell-result no-result"], .tag("p", [:], words))
  }

  /// What it printed; long output stops after 24 lines and goes on in a fold.
  private func output(_ lines: [String], _ exhibit: Exhibit) -> HTML {
    guard !lines.isEmpty else { return HTML() }
    func block(_ part: some Sequence<String>) -> HTML {
      let text = part.joined(separator: "\n")
      let isWide = part.contains { $0.count > Phone.columns }
      return scrolling(
        .tag("pre", [:], .tag("samp", [:], CodeLines.mark(HTML(text)))),
        label: "Output of \(exhibit.label)",
        wide: isWide, class: "scroll output")
    }
    guard lines.count > 30 else { return block(lines) }
    let rest =
      HTML.tag("summary", [:], HTML("\(lines.count - 24) more lines")) + block(lines[24...])
    return block(lines[..<24]) + .tag("details", ["class": "more"], rest)
  }

  /// Seeds, data, and the command that repeats it.
  private func provenance(of experiment: Experiment) -> HTML {
    guard let result = result(of: experiment.id) else { return HTML() }
    var parts = [HTML.tag("code", [:], HTML("regbook run \(experiment.id)"))]
    if !result.seeds.isEmpty { parts.append(HTML(SeedList.words(result.seeds))) }
    for input in result.inputs {
      let name = input.path.split(separator: "/").last.map(String.init) ?? input.path
      let title = "\(input.path), SHA-256 \(input.sha256)"
      parts.append(.tag("span", ["title": title], HTML("data \(name)")))
    }
    return .tag("p", ["class": "provenance"], parts.joined(" · "))
  }
}

/// Seeds as a reader says them.
enum SeedList {
  /// `seed 7`, `seeds 1–5`, `seeds 1, 4, 9`.
  static func words(_ seeds: [Int]) -> String {
    guard let first = seeds.first, seeds.count > 1 else { return "seed \(seeds.first ?? 0)" }
    let isRun = zip(seeds, first...).allSatisfy { $0 == $1 }
    if isRun && seeds.count > 2 { return "seeds \(first)–\(seeds[seeds.count - 1])" }
    return "seeds \(seeds.map(String.init).joined(separator: ", "))"
  }
}
