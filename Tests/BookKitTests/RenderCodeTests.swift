import Testing

@testable import BookKit

@Suite struct RenderCodeTests {
  /// Long code is folded unless its author says otherwise, short code is not.
  @Test(
    arguments: [
      (24, nil, true), (25, nil, false), (25, false, true), (1, true, false),
    ] as [(Int, Bool?, Bool)])
  func folding(_ lines: Int, _ fold: Bool?, _ isOpen: Bool) throws {
    let code = String(repeating: "print(1)\n", count: lines)
    let page = try RenderSupport.page([
      RenderSample.experiment("long-code", code, fold: fold)
    ])
    #expect(page.html.contains("<details class=\"cell-code\" open") == isOpen)
  }

  @Test(arguments: [
    ("import Lab\n\nlet a = 1\nfunc f() {\n  let inner = 2\n}\n", ["a", "f"]),
    ("@Sendable func g() {}\nprivate struct S {}\nextension S {}\n// func no() {}", ["g", "S"]),
    ("private(set) var v = 1\nindirect enum E<T> {}\nvar (a, b) = (1, 2)\nletter()", ["v", "E"]),
    ("let text = \"\"\"\nfunc no() {}\n\"\"\"\n/*\nfunc no() {}\n*/", ["text"]),
  ])
  func namesThatCodeDeclares(_ code: String, _ names: [String]) {
    #expect(SwiftSource.declaredNames(in: code) == names)
  }

  @Test(arguments: [
    ("learning-rate", true), ("two words-here", false), ("plain", false),
    ("a-name-that-is-longer-than-a-phone-is-wide", false),
  ])
  func shortNamesStayWhole(_ code: String, _ isWhole: Bool) throws {
    let place = SourceSpan(line: 1, column: 1)
    let page = try RenderSupport.page([.paragraph(content: [.code(code)], span: place)])
    #expect(page.html.contains("<code class=\"unbroken\">\(code)</code>") == isWhole)
  }

  @Test("No line of a message ends within a short name")
  func namesInMessages() throws {
    let code = CodeBlock(
      language: "text", code: "error: no [bad-name]\nhint: --dry-run <b>\n",
      span: SourceSpan(line: 1, column: 1))
    let page = try RenderSupport.page([.code(code)])
    #expect(
      page.html.contains(
        "error: no <span class=\"unbroken\">[bad-name]</span>\nhint: <span class=\"unbroken\">--dry-run</span> &lt;b&gt;</code>"
      ))
  }

  @Test("Long lines are marked, with what is open in them, and say what they said")
  func longLines() {
    let long = String(repeating: "é", count: 47)
    let mark = { CodeLines.mark(HTML(trusted: $0)).text }
    #expect(mark("a\n\(long)\nb") == "a\n<span class=\"line\">\(long)\n</span>b")
    #expect(
      mark("<span class=\"s\">a\n\(long)\nb</span>")
        == "<span class=\"s\">a\n</span><span class=\"line\"><span class=\"s\">\(long)\n</span></span>"
        + "<span class=\"s\">b</span>")
    let entities = String(repeating: "&lt;", count: 46)
    #expect(mark("\(entities)\na") == "\(entities)\na" && mark("") == "")
  }

  private func highlight(_ code: String, _ language: String = "swift") throws -> String {
    let theme = Theme(folder: RenderSupport.theme, bookFolder: "/nowhere")
    let started = try CodeHighlighter(
      theme: theme, packages: WebPackages(), memory: ScriptMemory(path: nil))
    let highlighter = try #require(started)
    return try highlighter.highlight(code, language: language).text
  }

  @Test(arguments: [
    (
      #"print("\(runs["p", 0.5].last)!")"#,
      #"print(<span class="hljs-string">"<span class="hljs-subst">\(runs[<span class="hljs-string">"p"</span>, "#
        + #"<span class="hljs-number">0.5</span>].last)</span>!"</span>)"#
    ),
    (
      #"f("\(g((1), "a)")) b")"#,
      #"f(<span class="hljs-string">"<span class="hljs-subst">\(g((<span class="hljs-number">1</span>), "#
        + #"<span class="hljs-string">"a)"</span>))</span> b"</span>)"#
    ), ("1e-3", "<span class=\"hljs-number\">1e-3</span>"),
    ("x2 + .init", "x2 + .init"),
    (
      "some P", "<span class=\"hljs-keyword\">some</span> <span class=\"hljs-type\">P</span>"
    ), ("a < b && c", "a &lt; b &amp;&amp; c"),
    (
      "@Sendable func f<T>()",
      "<span class=\"hljs-meta\">@Sendable</span> <span class=\"hljs-keyword\">func</span> "
        + "<span class=\"hljs-title\">f</span>&lt;<span class=\"hljs-type\">T</span>&gt;()"
    ),
    (
      "/* a /* b */ c */",
      "<span class=\"hljs-comment\">/* a <span class=\"hljs-comment\">/* b */</span> c */</span>"
    ),
  ])
  func swift(_ code: String, _ html: String) throws { #expect(try highlight(code) == html) }

  @Test func anUnknownLanguageIsPlain() throws {
    #expect(try highlight("<b> & \"", "nonsense") == "&lt;b&gt; &amp; &quot;")
  }

  @Test func charactersBeyondTheFirstPlaneSurvive() throws {
    #expect(try highlight("let 𝑥 = \"🙂é\"").contains("<span class=\"hljs-string\">\"🙂é\"</span>"))
    #expect(try highlight("let 𝑥 = 1").contains(" 𝑥 = "))
  }

  @Test func escaping() throws {
    let page = try RenderSupport.page([
      RenderSample.text("<script>alert('x')</script> & \"y\""),
      .code(
        CodeBlock(language: "", code: "</code><script>\n", span: SourceSpan(line: 1, column: 1))),
      .paragraph(
        content: [
          .link(
            destination: "https://example.org/\"><script>", title: "a \"b\" <c>",
            content: [.text("x")], span: SourceSpan(line: 1, column: 1))
        ], span: SourceSpan(line: 1, column: 1)),
    ])
    #expect(page.diagnostics == [])
    let text = try #require(page.html.split(separator: "<article>").last)
    #expect(!text.contains("<script"))
    #expect(
      page.html.contains(
        "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;</p>"))
    #expect(page.html.contains("href=\"https://example.org/&quot;&gt;&lt;script&gt;\""))
    #expect(page.html.contains("title=\"a &quot;b&quot; &lt;c&gt;\""))
  }

  @Test(arguments: [
    ("1-survey/03.html", "1-survey/04.html", "04.html"),
    ("1-survey/03.html", "index.html", "../index.html"),
    ("index.html", "1-survey/03.html", "1-survey/03.html"),
    ("a/b/c.html", "a/d/e.html", "../d/e.html"), ("a/a.html", "a/a.html", "a.html"),
  ])
  func relativePaths(_ from: String, _ to: String, _ path: String) {
    #expect(SitePath.relative(from: from, to: to) == path)
  }
}
