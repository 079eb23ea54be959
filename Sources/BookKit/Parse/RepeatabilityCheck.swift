/// Finds what differs from run to run in an experiment: random numbers without a seed, and clocks.
enum RepeatabilityCheck {
  /// One diagnostic for each call.
  static func diagnostics(_ block: SourceBlock) -> [Diagnostic] {
    // Few blocks have such a word at all, and telling code from text takes time.
    let words = ["random", "Random", "shuffle", "Clock"]
    guard block.lines.contains(where: { line in words.contains { line.contains($0) } }) else {
      return []
    }
    let code = SwiftSource.codeOnly(block.lines.joined(separator: "\n"))
    let random =
      /\.random\(in:(?![^)]*using:)|\bBool\.random\(\)|\.(?:shuffled|shuffle|randomElement)\(\)|\bSystemRandomNumberGenerator\b/
    let clock = /\b(?:Continuous|Suspending)Clock\b/
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { index, line in
      let draws = line.ranges(of: random).map {
        (
          $0, "Random numbers without a seed differ from run to run.",
          "Draw from RandomStream(seed: seed, \"name\"): uniform(), normal(), integer(below: n)."
        )
      }
      let times = line.ranges(of: clock).map {
        (
          $0, "A clock differs from run to run.",
          "Count steps or operations; the book's numbers are the same everywhere."
        )
      }
      return (draws + times).map { range, message, hint in
        let column =
          line.distance(from: line.startIndex, to: range.lowerBound) + block.span.column
        let number = block.span.line + 1 + index
        return Diagnostic(
          rule: "unrepeatable", message, hint: hint, path: block.path,
          span: SourceSpan(
            line: number, column: column, endLine: number,
            endColumn: column + line[range].count))
      }
    }
  }
}
