import Results

/// Source code to marked-up HTML, by highlight.js with our grammar for Swift.
final class CodeHighlighter {
  private let program: ScriptProgram
  /// highlight.js doesn't know its own version; the bytes of the file stand for it.
  let version: String

  /// Nil where highlight.js isn't installed.
  init?(theme: Theme, packages: WebPackages, memory: ScriptMemory) throws {
    guard let source = WebPackages.read(packages.highlight) else { return nil }
    program = ScriptProgram(
      [
        ("polyfill.js", try theme.text("scripts/polyfill.js")), ("highlight.js", source),
        ("swift-grammar.js", try theme.text("scripts/swift-grammar.js")),
      ], memory: memory)
    version = "sha256:" + Fingerprint.of(source.utf8).prefix(16)
  }

  /// Colours experiments' code before pages ask for it: they find it in the memory.
  static func prepare(_ codes: [String], _ theme: Theme, _ memory: ScriptMemory) throws {
    let highlighter = try CodeHighlighter(theme: theme, packages: WebPackages(), memory: memory)
    for code in codes { _ = try highlighter?.highlight(shown(code), language: "swift") }
  }

  /// A block's code without its last line end.
  static func shown(_ code: String) -> String {
    code.hasSuffix("\n") ? String(code.dropLast()) : code
  }

  /// The code with `<span class="hljs-…">`; plain for a language that nobody knows.
  func highlight(_ code: String, language: String) throws -> HTML {
    let answer = try program.call("regbookHighlight", code, language)
    return answer.isEmpty ? HTML(code) : HTML(trusted: answer)
  }
}
