/// Finds directives that would move the compiler's words, and a trap's, to other lines than the author's.
enum LineDirectiveCheck {
  /// One diagnostic for each.
  static func diagnostics(_ block: SourceBlock) -> [Diagnostic] {
    guard block.code.mentions(oneOf: ["#sourceLocation"]) else { return [] }
    return block.codeLines.enumerated().flatMap { number, line in
      line.ranges(of: "#sourceLocation").map { range in
        Diagnostic(
          rule: "line-directive", "Code of a book cannot say where it stands.",
          hint: "Take #sourceLocation out: regbook tells the compiler the chapter's lines.",
          path: block.path, span: block.place(of: line[range], in: line, number: number))
      }
    }
  }
}
