/// Finds the brace that has no partner. The compiler reports a forgotten one far away, often as another
/// mistake, so a block that does not compile is looked at for it first.
enum BraceCheck {
  static let rule = "unbalanced-braces"

  /// What is wrong with a block's braces; nil if each has its partner.
  static func mistake(in block: SourceBlock) -> Diagnostic? {
    var open: [SourceSpan] = []
    for (number, line) in block.codeLines.enumerated() {
      for index in line.indices where line[index] == "{" || line[index] == "}" {
        let place = block.place(of: line[index...index], in: line, number: number)
        if line[index] == "{" {
          open.append(place)
        } else if open.popLast() == nil {
          return mistake("This “}” closes nothing that the block opened.", in: block, at: place)
        }
      }
    }
    return open.last.map { mistake("This “{” is never closed in its block.", in: block, at: $0) }
  }

  static func mistake(
    _ message: String, in block: SourceBlock, at place: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, message, hint: "Each block is whole: the body of one function.",
      path: block.path, span: place)
  }
}
