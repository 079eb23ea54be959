/// Finds imports that would break "the same bits everywhere": libm's functions differ by machine.
enum ImportCheck {
  /// One diagnostic for each import of a module that is not the engine's.
  static func diagnostics(_ block: SourceBlock) -> [Diagnostic] {
    // Few blocks have the word at all, and telling code from text takes time.
    guard block.lines.contains(where: { $0.contains("import") }) else { return [] }
    let code = SwiftSource.codeOnly(block.lines.joined(separator: "\n"))
    let pattern =
      /(?:^|;)\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func|actor)\s+)?(\w+)/
    return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
      index, line in
      line.matches(of: pattern).compactMap { match in
        guard match.1 != "Lab" else { return nil }
        let column =
          line.distance(from: line.startIndex, to: match.1.startIndex) + block.span.column
        return Diagnostic(
          rule: "import-not-allowed", "An experiment may not import “\(match.1)”.",
          hint: "Everything it may use comes with Lab, mathematical functions included. The "
            + "system's differ from processor to processor, so the book's numbers would too.",
          path: block.path,
          span: SourceSpan(
            line: block.span.line + 1 + index, column: column,
            endLine: block.span.line + 1 + index, endColumn: column + match.1.count))
      }
    }
  }
}
