/// A block of Swift in a chapter, for turning the compiler's places into the reader's.
struct SourceBlock: Sendable {
  /// The chapter's path.
  let path: String
  /// From the opening fence to the closing one.
  let span: SourceSpan
  /// What stands between the fences.
  let code: String
  /// The code's lines.
  let lines: [Substring]

  init(path: String, span: SourceSpan, code: String) {
    self.path = path
    self.span = span
    self.code = code
    lines = code.lines
  }

  /// The line of the closing fence.
  var closingLine: Int { span.line + lines.count }

  /// Whether a line of the chapter belongs to the block, fences included.
  func contains(line: Int) -> Bool { line >= span.line && line <= closingLine }

  /// The place of a column in bytes on a line of the chapter, in characters. A fence in a list is
  /// indented; its code is not.
  func place(line: Int, byteColumn: Int) -> SourceSpan {
    let index = line - span.line - 1
    guard lines.indices.contains(index) else { return SourceSpan(line: line, column: span.column) }
    let before = lines[index].utf8.prefix(max(0, byteColumn - 1))
    let column = String(decoding: before, as: UTF8.self).count + span.column
    return SourceSpan(line: line, column: column)
  }

  /// The closing fence.
  var end: SourceSpan { SourceSpan(line: closingLine, column: span.column) }

  /// The opening fence.
  var fence: SourceSpan { SourceSpan(line: span.line, column: span.column) }
}

extension ExperimentJob {
  /// The experiment's block.
  var block: SourceBlock {
    SourceBlock(path: chapter, span: experiment.span, code: experiment.code)
  }

  /// The chapter's setup blocks.
  var setupBlocks: [SourceBlock] {
    setup.map { SourceBlock(path: chapter, span: $0.span, code: $0.code) }
  }
}
