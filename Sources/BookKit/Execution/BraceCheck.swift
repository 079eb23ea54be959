/// Finds the brace that has no partner. The compiler reports a forgotten one far away, often as another
/// mistake, so a block that does not compile is looked at for it first.
enum BraceCheck {
  static let rule = "unbalanced-braces"
  private static let hint = "Each block is whole: the body of one function."

  /// What is wrong with a block's braces; nil if each has its partner.
  static func mistake(in block: SourceBlock) -> Diagnostic? {
    let code = SwiftSource.codeOnly(block.lines.joined(separator: "\n"))
    var open: [SourceSpan] = []
    for (number, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for (column, character) in line.enumerated() where character == "{" || character == "}" {
        let place = SourceSpan(
          line: block.span.line + 1 + number, column: column + block.span.column)
        if character == "{" {
          open.append(place)
        } else if open.popLast() == nil {
          return Diagnostic(
            rule: rule, "This “}” closes nothing that the block opened.", hint: hint,
            path: block.path, span: place)
        }
      }
    }
    return open.last.map { place in
      Diagnostic(
        rule: rule, "This “{” is never closed in its block.", hint: hint, path: block.path,
        span: place)
    }
  }
}
