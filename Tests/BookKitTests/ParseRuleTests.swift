import BookKit
import Testing

struct ParseRuleTests {
  /// What a paragraph's only line is read as.
  private func content(_ text: String) -> [Inline] {
    guard case .paragraph(let content, _) = parse("# T\n\n" + text).chapter.blocks.last else {
      return []
    }
    return content
  }

  @Test(arguments: [
    "$5 and $10", "a $ b $ c", "$a $", "$a$5", "lone $", "\\frac{{a}}{{b}}", "{{lasso}}", "{{a.b c",
    "{ {a.b}}",
  ])
  func staysText(text: String) {
    #expect(content(text) == [.text(text)])
  }

  @Test(arguments: [
    ("中文 {{a.b}}", 4, 11), ("😀👨‍👩‍👧 {{a.b}}", 4, 11), ("e\u{301} {{a.b}}", 3, 10), ("\t{{a.b}}x", 2, 9),
    ("&amp; \\* {{a.b}}", 10, 17),
  ])
  func valueColumns(text: String, start: Int, end: Int) {
    // The tab would make the line indented code at the beginning of a paragraph.
    for lineEnd in ["\n", "\r\n", "\r"] {
      let chapter = parse(["# T", "", "first", text].joined(separator: lineEnd)).chapter
      guard case .paragraph(let content, _) = chapter.blocks.last else {
        Issue.record("no paragraph")
        return
      }
      let spans = content.compactMap { inline -> SourceSpan? in
        if case .value(let value) = inline { value.span } else { nil }
      }
      #expect(spans == [SourceSpan(line: 4, column: start, endLine: 4, endColumn: end)])
    }
  }

  @Test func valuesInMath() {
    guard
      case .math(let formula) = parse("# T\n\n$$\\frac{{a}}{{b}} = {{c.d e}}$$").chapter.blocks.last
    else {
      Issue.record("no formula")
      return
    }
    #expect(formula.tex == "\\frac{{a}}{{b}} = {{c.d e}}")
    #expect(formula.values.map(\.source) == ["{{c.d e}}"])
  }

  /// A file of each shape that makes a careless parser quadratic or overflow.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "$", "$$", "`", "$`", "{{", "{{a.b}} ", "$$\n", "[", "*a ", "<!--", "> ", "|", "\\", "![a](",
      "<a ", "`` ` ",
    ])
  func longInputEnds(piece: String) {
    let text = "# T\n\n" + String(repeating: piece, count: 100_000 / piece.utf8.count)
    let read = parse(text)
    #expect(!read.chapter.blocks.isEmpty || !read.diagnostics.isEmpty)
  }

  @Test func tooManyFormulas() {
    let many = String(repeating: "$x$ ", count: 6_500)
    #expect(parse("# T\n\n" + many).diagnostics.map(\.rule) == ["too-many-formulas"])
  }
}
