import Charts
import Results

extension ExperimentRun.Finished {
  /// What the experiment said, for a terminal of so many columns.
  public func text(width: Int) -> String {
    var lines = ["# \(id)"]
    let output =
      result.output.isEmpty ? printed.split(separator: "\n").map(String.init) : result.output
    lines += output
    if let failure = result.failure {
      lines.append("\(failure.kind.title), as expected: \(failure.message)")
    }
    for value in result.values {
      let text = NumberText(value.samples, unit: value.unit, decimals: nil).plain
      let seeds = value.samples.count > 1 ? " (\(value.samples.count) seeds)" : ""
      lines.append("\(value.name) = \(text)\(seeds)")
    }
    for claim in result.claims {
      let verdict = claim.verdict
      lines.append("\(verdict.outcome.rawValue): \(claim.sentence)")
      lines.append("  " + ClaimReview.numbers(claim, verdict, result.seeds))
    }
    lines = lines.flatMap { Self.wrapped($0, width) }
    for table in result.tables {
      lines += [""] + Self.wrapped(table.caption, width) + Self.rows(table)
    }
    for figure in result.figures {
      lines += [""] + Self.wrapped(figure.caption, width) + [figure.chart.text(width: width)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line as several of at most `width` characters, broken between words and indented alike.
  private static func wrapped(_ line: String, _ width: Int) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    var lines: [String] = []
    var current = indent
    for word in line.split(separator: " ") {
      if current.count > indent.count, current.count + 1 + word.count > width {
        lines.append(current)
        current = indent
      }
      current += (current.count > indent.count ? " " : "") + word
    }
    return lines + [current]
  }

  private static func rows(_ table: Table) -> [String] {
    let cells =
      [table.columns]
      + table.rows.map { row in
        row.map { cell in
          switch cell {
          case .text(let text): text
          case .number(let samples, let unit, let decimals):
            NumberText(samples, unit: unit, decimals: decimals).plain
          }
        }
      }
    let widths = table.columns.indices.map { column in
      cells.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return cells.map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
    }
  }
}
