/// What one run of the compiler said of a chapter's blocks.
struct CompilerReport {
  /// Errors and warnings on the chapter's lines, each once, in order.
  private(set) var diagnostics: [Diagnostic] = []
  /// The opening lines of the blocks that have an error.
  private(set) var badBlocks: Set<Int> = []
  /// Errors that have no place in the chapter.
  private(set) var unlocated: [String] = []

  /// The rules of the errors that a block can have.
  static let rules = ["compile-error", unbalancedBraces]

  /// Assigns messages to blocks. Notes follow their error and become its hint.
  init(messages: [CompilerMessage], setup: [SourceBlock], experiments: [SourceBlock]) {
    var current: Diagnostic?
    var notes: [CompilerMessage] = []
    func finish() {
      if var diagnostic = current {
        diagnostic.hint =
          diagnostic.hint ?? Self.advice(on: diagnostic.message)
          ?? Self.hint(notes, of: diagnostic)
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
    dropConsequences(setup + experiments)
    if !badBlocks.isEmpty || !unlocated.isEmpty { correctBraces(setup + experiments) }
  }

  /// Of a block in which a brace has no partner, that is the one thing to say; but a text without an
  /// end swallows braces.
  private mutating func correctBraces(_ blocks: [SourceBlock]) {
    for block in blocks {
      let isInside = { (found: Diagnostic) in block.contains(line: found.span?.line ?? 0) }
      let isUnended = diagnostics.contains { isInside($0) && $0.message.contains("unterminated") }
      guard !isUnended, let mistake = BraceCheck.mistake(in: block) else { continue }
      diagnostics.removeAll(where: isInside)
      diagnostics.append(mistake)
      badBlocks.insert(block.span.line)
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

  /// nil for what only the generated lines of a block cause.
  private static func diagnostic(_ message: CompilerMessage, _ block: SourceBlock) -> Diagnostic? {
    let isAtEnd = message.path != block.path || message.line == block.closingLine
    if message.kind == .warning {
      if isAtEnd || message.text.contains(ChapterProgram.sentinel) { return nil }
    } else if message.text.contains(ChapterProgram.sentinel) {
      return unbalanced(block, closesTooMuch)
    } else if isAtEnd, message.text.hasPrefix("expected '}'") {
      return unbalanced(block, closesTooLittle)
    }
    return Diagnostic(
      message.kind == .error ? .error : .warning,
      rule: message.kind == .error ? "compile-error" : "compile-warning", message.text,
      path: block.path,
      span: isAtEnd ? block.end : block.place(line: message.line, byteColumn: message.column))
  }

  private static let unbalancedBraces = BraceCheck.rule
  private static let closesTooMuch = "This block closes more braces than it opens."
  private static let closesTooLittle = "This block opens more braces than it closes."

  private static func unbalanced(_ block: SourceBlock, _ message: String) -> Diagnostic {
    Diagnostic(
      rule: unbalancedBraces, message, hint: "Each block is whole: the body of one function.",
      path: block.path, span: block.end)
  }

  /// Of a block that closes too much, nothing else that the compiler says can be trusted. One that
  /// closes too little is the consequence of any other mistake found in it: an unended string.
  private mutating func dropConsequences(_ blocks: [SourceBlock]) {
    for wrong in diagnostics where wrong.rule == Self.unbalancedBraces {
      guard let block = blocks.first(where: { $0.end == wrong.span }) else { continue }
      let others = diagnostics.filter {
        $0.rule != Self.unbalancedBraces && block.contains(line: $0.span?.line ?? 0)
      }
      if wrong.message == Self.closesTooLittle {
        if !others.isEmpty { diagnostics.removeAll { $0 == wrong } }
      } else {
        diagnostics.removeAll { others.contains($0) }
      }
    }
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
