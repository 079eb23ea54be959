/// What one run of the compiler said of a chapter's blocks.
struct CompilerReport {
  /// Errors and warnings on the chapter's lines, each once, in order.
  private(set) var diagnostics: [Diagnostic] = []
  /// The opening lines of the blocks that have an error.
  private(set) var badBlocks: Set<Int> = []
  /// Errors that have no place in the chapter.
  private(set) var unlocated: [String] = []

  /// The rules of the errors that a block can have.
  static let rules = ["compile-error", BraceCheck.rule]

  /// Assigns messages to blocks. Notes follow their error and become its hint.
  init(messages: [CompilerMessage], setup: [SourceBlock], experiments: [SourceBlock]) {
    var current: Diagnostic?
    var notes: [CompilerMessage] = []
    func finish() {
      if var diagnostic = current {
        diagnostic.hint =
          diagnostic.hint ?? Self.advice(on: diagnostic.message)
          ?? Self.hint(notes, of: diagnostic) ?? Self.adviceOnNames(in: diagnostic.message)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
      }
      current = nil
      notes = []
    }
    for message in messages {
      if message.kind == .note {
        notes.append(message)
        continue
      }
      finish()
      guard let block = Self.owner(of: message, setup, experiments) else {
        if message.kind == .error, !unlocated.contains(message.text) {
          unlocated.append(message.text)
        }
        continue
      }
      if message.kind == .error { badBlocks.insert(block.span.line) }
      current = Self.diagnostic(message, block)
    }
    finish()
    correctBraces(setup + experiments)
  }

  /// Of a block in which a brace has no partner, that is the one thing to say; but a text without an
  /// end swallows braces.
  private mutating func correctBraces(_ blocks: [SourceBlock]) {
    for block in blocks where badBlocks.contains(block.span.line) {
      let isInside = { (found: Diagnostic) in block.contains(line: found.span?.line ?? 0) }
      if diagnostics.contains(where: { isInside($0) && $0.message.contains("unterminated") }) {
        continue
      }
      if let mistake = BraceCheck.mistake(in: block) {
        diagnostics.removeAll(where: isInside)
        diagnostics.append(mistake)
      } else if !diagnostics.contains(where: { isInside($0) && $0.severity == .error }) {
        diagnostics.append(
          BraceCheck.mistake("The braces of this block do not match.", in: block, at: block.end))
      }
    }
  }

  /// The block that a message is about, by its line or, at the end of a generated file, by its name.
  private static func owner(
    of message: CompilerMessage, _ setup: [SourceBlock], _ experiments: [SourceBlock]
  ) -> SourceBlock? {
    if let block = (setup + experiments).first(where: {
      $0.path == message.path && $0.contains(line: message.line)
    }) {
      return block
    }
    if let index = setup.indices.first(where: { ChapterProgram.setupName($0) == message.path }) {
      return setup[index]
    }
    return experiments.indices.first { ChapterProgram.experimentName($0) == message.path }
      .map { experiments[$0] }
  }

  /// nil for what the generated lines of a block cause: a brace of the block that has no partner.
  private static func diagnostic(_ message: CompilerMessage, _ block: SourceBlock) -> Diagnostic? {
    let isAtEnd = message.path != block.path || message.line == block.closingLine
    let isOfBraces =
      message.text.contains(ChapterProgram.sentinel)
      || isAtEnd && (message.kind == .warning || message.text.hasPrefix("expected '}'"))
    if isOfBraces { return nil }
    return Diagnostic(
      message.kind == .error ? .error : .warning,
      rule: message.kind == .error ? "compile-error" : "compile-warning", message.text,
      path: block.path,
      span: isAtEnd ? block.end : block.place(line: message.line, byteColumn: message.column))
  }

  /// Advice that does not fit a block: `seeds` runs it on many threads.
  private static let misleading = ["@MainActor", "disable concurrency-safety checks"]

  /// The compiler's alternatives ("did you mean …") after the first say nothing new.
  private static func hint(_ notes: [CompilerMessage], of diagnostic: Diagnostic) -> String? {
    var kept: [String] = []
    for note in notes {
      let isElsewhere = note.path == diagnostic.path && note.line != diagnostic.span?.line
      let text = note.text + (isElsewhere ? " (line \(note.line))" : "")
      if kept.contains(text) || misleading.contains(where: text.contains) { continue }
      let alternative = "did you mean"
      if text.hasPrefix(alternative), kept.contains(where: { $0.hasPrefix(alternative) }) {
        continue
      }
      kept.append(text)
    }
    return kept.isEmpty ? nil : kept.prefix(3).joined(separator: "; ")
  }
}
