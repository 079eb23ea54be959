/// Finds what differs from run to run in an experiment: random numbers without a seed.
enum RepeatabilityCheck {
  /// One diagnostic for each call.
  static func diagnostics(_ block: SourceBlock) -> [Diagnostic] {
    // Few blocks have such a word at all, and telling code from text takes time.
    let words = ["random", "Random", "shuffle"]
    guard block.lines.contains(where: { line in words.contains { line.contains($0) } }) else {
      return []
    }
    let random =
      /\.random\(in:(?![^)]*using:)|\bBool\.random\(\)|\.(?:shuffled|shuffle|randomElement)\(\)|\bSystemRandomNumberGenerator\b/
    return block.codeLines.enumerated().flatMap { number, line in
      line.ranges(of: random).map { range in
        Diagnostic(
          rule: "unrepeatable", "Random numbers without a seed differ from run to run.",
          hint: "Draw from RandomStream(seed: seed, \"name\"): uniform(), normal(), "
            + "integer(below: n).",
          path: block.path, span: block.place(of: line[range], in: line, number: number))
      }
    }
  }
}
