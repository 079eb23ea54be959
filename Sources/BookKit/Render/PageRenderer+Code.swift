extension PageRenderer {
  /// Longer code stands between a question and its answer.
  static var mostLinesUnfolded: Int { 24 }

  /// A code block that is shown and not run.
  func listing(_ block: CodeBlock) throws -> HTML {
    .tag("div", ["class": "listing"], try code(block.code, block.language, label: "Code"))
  }

  /// Declarations for the experiments of the chapter, folded: they are rarely what the text is about.
  func setup(_ block: CodeBlock) throws -> HTML {
    let names = SwiftSource.declaredNames(in: block.code)
    let shown = names.prefix(4).map { HTML.tag("code", [:], HTML($0)) }.joined(", ")
    let summary =
      HTML.tag("span", ["class": "label"], HTML("Setup")) + HTML(names.isEmpty ? "" : " ") + shown
      + HTML(names.count > 4 ? " …" : "") + HTML(", \(lineCount(block.code))")
    return .tag(
      "details", ["class": "setup"],
      .tag("summary", [:], summary) + (try code(block.code, "swift", label: "Setup code")))
  }

  /// Highlighted code that scrolls inside itself.
  func code(_ code: String, _ language: String, label: String) throws -> HTML {
    let text = CodeHighlighter.shown(code)
    var content = HTML(text)
    hasCode = hasCode || !language.isEmpty
    if language == "text" {
      content = UnbrokenWords.set(text)
    } else if !language.isEmpty, let highlighter = try tools.startHighlighter() {
      content = try highlighter.highlight(text, language: language)
    }
    // What is wider than a phone may have to scroll, and then must be reachable by keyboard.
    let isWide = text.lines.contains { $0.count > Phone.columns }
    // Paper keeps brief code in one piece.
    let isBrief = countLines(code) <= Self.mostLinesUnfolded
    return scrolling(
      .tag(
        "pre", [:],
        .tag(
          "code", ["class": language.isEmpty ? nil : "language-\(language)"],
          CodeLines.mark(content))),
      label: label, wide: isWide, class: isBrief ? "scroll code brief" : "scroll code")
  }

  func countLines(_ code: String) -> Int {
    code.lines.count - (code.hasSuffix("\n") ? 1 : 0)
  }

  /// `1 line`, `12 lines`.
  func lineCount(_ code: String) -> String {
    let count = countLines(code)
    return count == 1 ? "1 line" : "\(count) lines"
  }
}
