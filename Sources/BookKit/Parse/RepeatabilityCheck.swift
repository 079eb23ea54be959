/// Finds what differs from run to run in an experiment: random numbers without a seed, and time.
enum RepeatabilityCheck {
  /// One diagnostic for each call.
  static func diagnostics(_ block: SourceBlock) -> [Diagnostic] {
    // Few blocks have such a word at all, and telling code from text takes time.
    let words = ["random", "Random", "shuffle", "Clock"]
    guard block.lines.contains(where: { line in words.contains { line.contains($0) } }) else {
      return []
    }
    let random =
      /\.random\(in:(?![^)]*using:)|\bBool\.random\(\)|\.(?:shuffled|shuffle|randomElement)\(\)|\bSystemRandomNumberGenerator\b/
    // To Unicode `ContinuousClock.now` is one word.
    let clock = /\b(?:Continuous|Suspending)Clock\b/.wordBoundaryKind(.simple)
    func mistake(_ message: String, hint: String, _ place: SourceSpan) -> Diagnostic {
      Diagnostic(rule: "unrepeatable", message, hint: hint, path: block.path, span: place)
    }
    return block.codeLines.enumerated().flatMap { number, line in
      line.ranges(of: random).map { range in
        mistake(
          "Random numbers without a seed differ from run to run.",
          hint: "Draw from RandomStream(seed: seed, \"name\"): uniform(), normal(), "
            + "integer(below: n).", block.place(of: line[range], in: line, number: number))
      }
        + line.ranges(of: clock).map { range in
          mistake(
            "Time differs from run to run, and from machine to machine.",
            hint: "Count what the work is made of instead: steps, epochs, products.",
            block.place(of: line[range], in: line, number: number))
        }
    }
  }
}
