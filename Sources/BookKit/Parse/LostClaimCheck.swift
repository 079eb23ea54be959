/// Finds claims in an experiment that is to fail: it ends before anybody compares them with its numbers.
enum LostClaimCheck {
  /// One diagnostic for each claim.
  static func diagnostics(_ block: SourceBlock) -> [Diagnostic] {
    guard block.code.mentions(oneOf: ["claim("]) else { return [] }
    return block.codeLines.enumerated().flatMap { number, line in
      line.ranges(of: /\bclaim\(/).map { range in
        Diagnostic(
          rule: "lost-claim", "A claim in an experiment that is to fail is never checked.",
          hint: "Make it in an experiment of its own.", path: block.path,
          span: block.place(of: line[range].dropLast(), in: line, number: number))
      }
    }
  }
}
