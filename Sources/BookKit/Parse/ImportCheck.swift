/// Finds imports that would break "the same bits everywhere": libm's functions differ by machine.
enum ImportCheck {
  /// One diagnostic for each import of a module that is not the engine's.
  static func diagnostics(_ block: SourceBlock) -> [Diagnostic] {
    // Few blocks have the word at all, and telling code from text takes time.
    guard block.code.mentions(oneOf: ["import"]) else { return [] }
    let pattern =
      /(?:^|;)\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func|actor)\s+)?(\w+)/
    return block.codeLines.enumerated().flatMap { number, line in
      line.matches(of: pattern).compactMap { match in
        guard match.1 != "Lab" else { return nil }
        return Diagnostic(
          rule: "import-not-allowed", "An experiment may not import “\(match.1)”.",
          hint: "Everything it may use comes with Lab, mathematical functions included. The "
            + "system's differ from processor to processor, so the book's numbers would too.",
          path: block.path, span: block.place(of: match.1, in: line, number: number))
      }
    }
  }
}
