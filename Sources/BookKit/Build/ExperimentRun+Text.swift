import Charts
import Numerics
import Results

extension ExperimentRun.Finished {
  /// What the experiment said, for a terminal of so many columns.
  public func text(width: Int) -> String {
    var lines = ["# \(id)"]
    let output =
      result.output.isEmpty ? printed.split(separator: "\n").map(String.init) : result.output
    lines += output
    for value in result.values {
      lines.append("\(value.name) = \(Self.number(value.samples, value.unit))")
    }
    for claim in result.claims {
      let verdict = claim.verdict
      lines.append("\(verdict.outcome.rawValue): \(claim.sentence)")
      lines.append("  " + ClaimReview.numbers(claim, verdict))
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
          case .number(let samples, let unit, let decimals): number(samples, unit, decimals)
          }
        }
      }
    let widths = table.columns.indices.map { column in
      cells.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return cells.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
        .joined(separator: "  ")
    }
  }

  /// One number, or mean and standard deviation of several.
  private static func number(_ samples: [Double], _ unit: Unit, _ decimals: Int? = nil) -> String {
    let scale = unit == .percent || unit == .points ? 100.0 : 1
    let mark = unit == .percent ? " %" : unit == .points ? " points" : ""
    let isWhole = unit == .count && samples.allSatisfy { $0 == $0.rounded() }
    let digits = { (x: Double) in
      (decimals ?? (isWhole && samples.count == 1 ? 0 : nil))
        .map { NumberFormatting.fixed(x, places: $0) } ?? short(x)
    }
    let mean = samples.reduce(0, +) / Double(samples.count) * scale
    guard samples.count > 1 else { return digits(mean) + mark }
    let squares = samples.reduce(0) { $0 + ($1 * scale - mean) * ($1 * scale - mean) }
    let deviation = (squares / Double(samples.count - 1)).squareRoot()
    return "\(digits(mean)) ± \(digits(deviation))\(mark) (n = \(samples.count))"
  }

  private static func short(_ x: Double) -> String { NumberFormatting.significant(x, digits: 4) }
}
