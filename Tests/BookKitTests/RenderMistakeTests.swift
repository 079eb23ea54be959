import Results
import Testing

@testable import BookKit

@Suite struct RenderMistakeTests {
  private static let span = SourceSpan(line: 7, column: 3)

  private func mistake(_ inline: Inline) throws -> Diagnostic? {
    let found = try RenderSupport.page([.paragraph(content: [inline], span: Self.span)]).diagnostics
    #expect(found.count <= 1)
    return found.first
  }

  private func link(_ destination: String) -> Inline {
    .link(destination: destination, title: "", content: [.text("x")], span: Self.span)
  }

  private func expect(
    _ inline: Inline, _ rule: String, _ message: String, hint: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try #require(try mistake(inline), sourceLocation: sourceLocation)
    #expect(found.rule == rule, sourceLocation: sourceLocation)
    #expect(found.message == message, sourceLocation: sourceLocation)
    #expect(found.hint == hint, sourceLocation: sourceLocation)
    #expect(found.path == "chapters/9-test/01-page.md", sourceLocation: sourceLocation)
    #expect(found.span?.line == 7 && found.span?.column == 3, sourceLocation: sourceLocation)
  }

  @Test func values() throws {
    try expect(
      .value(RenderSample.reference("l1-zero", "gain")), "unknown-value",
      "There is no experiment “l1-zero”.", hint: "There is: l1-zeros.")
    try expect(
      .value(RenderSample.reference("l1-zeros", "gian")), "unknown-value",
      "The experiment “l1-zeros” records no “gian”.", hint: "There is: l1-zeros.gain.")
    try expect(
      .value(RenderSample.reference("l1-zeros", "gain", "percnt 1")), "unknown-format",
      "“percnt 1” is not a format of a value.",
      hint: "Formats: percent N, points N, fixed N or significant N, then ± sd, ± ci or range; "
        + "or seeds alone.")
    try expect(
      .value(RenderSample.reference("one-number", "answer", "± sd")), "single-sample",
      "“one-number.answer” is one number, so it has no spread to show.",
      hint: "Record one number a seed, or leave out “± …”.")
  }

  @Test func aValueOfADraft() throws {
    var draft = RenderSample.chapter(
      "chapters/2-layers/02-later.md", title: "Later", [RenderSample.experiment("later", "1\n")])
    draft.frontMatter.draft = true
    let page = RenderSample.chapter(
      "chapters/2-layers/03-now.md", title: "Now",
      [
        .paragraph(
          content: [.value(RenderSample.reference("later", "gain"))], span: Self.span)
      ])
    let part = Part(folder: "2-layers", index: nil, chapters: [draft, page])
    let found = try RenderSupport.render(Book(parts: [part]).published, [:]).diagnostics
    #expect(found.map(\.rule) == ["unknown-value"])
    #expect(
      found.first?.message
        == "The experiment “later” is in chapters/2-layers/02-later.md, which is a draft, so the book lacks it."
    )
    #expect(found.first?.hint == "Take “draft: true” out there, or the value out here.")
  }

  /// What is said of a figure of an experiment.
  private func mistake(of chart: Chart) throws -> Diagnostic? {
    var result = ExperimentResult()
    result.figures = [
      Figure(
        name: "f", caption: "It falls.", chart: chart, location: BlockLocation(line: 1, column: 1))
    ]
    let found = try RenderSupport.page([RenderSample.experiment("x", "1\n")], ["x": result])
      .diagnostics
    #expect(found.count <= 1)
    return found.first
  }

  private func line(_ label: String, _ y: [Double]) -> Mark {
    Mark(kind: .line, label: label, x: [0, 1], y: y)
  }

  @Test func figuresThatShowNothing() throws {
    let hints: [(Chart, String)] = [
      (
        Chart(x: Axis(label: ""), y: Axis(label: ""), marks: []),
        "It has no mark: give it a Line, Dots, Bars …"
      ),
      (
        Chart(x: Axis(label: ""), y: Axis(label: ""), marks: [line("a", [.nan, .nan])]),
        "Its marks have no numbers."
      ),
      (
        Chart(
          x: Axis(label: ""), y: Axis(label: ""),
          marks: [
            Mark(
              kind: .heat, label: "", y: [1], categories: ["c"], rows: ["r"], values: [.nan])
          ]), "Its marks have no numbers."
      ),
      (
        Chart(x: Axis(label: ""), y: Axis(label: "", scale: .log), marks: [line("a", [0, -1])]),
        "Its axes can show none of its numbers: a logarithmic axis shows what is above 0, and a cut "
          + "one what is within its ends."
      ),
    ]
    for (chart, hint) in hints {
      let found = try #require(try mistake(of: chart))
      #expect(found.rule == "empty-figure" && found.severity == .warning)
      #expect(found.message == "The figure “x.f” shows nothing." && found.hint == hint)
    }
  }

  @Test func namesOfTwoSeries() throws {
    let axis = Axis(label: "")
    let two = Chart(x: axis, y: axis, marks: [line("a", [1, 2]), line("a", [2, 3])])
    let found = try #require(try mistake(of: two))
    #expect(found.rule == "repeated-name" && found.severity == .warning)
    #expect(found.message == "The figure “x.f” has two lines “a”.")
    // A line and its dots are one series, and panels have the same names.
    let dots = Mark(kind: .dots, label: "a", x: [0, 1], y: [1, 2])
    let fine = Chart(x: axis, y: axis, marks: [line("a", [1, 2]), dots, line("", [1, 2])])
    #expect(try mistake(of: fine) == nil)
    let panels = ["p", "q"].map { Chart.Panel(title: $0, marks: [line("a", [1, 2])]) }
    #expect(try mistake(of: Chart(x: axis, y: axis, marks: [], panels: panels)) == nil)
    let beside = Chart(x: axis, y: axis, marks: [line("a", [1, 2])], panels: panels)
    #expect(try mistake(of: beside)?.rule == "repeated-name")
  }

  @Test func namesOfTwoColumns() throws {
    var result = ExperimentResult()
    result.tables = [
      Table(
        name: "t", caption: "All.", columns: ["", "", "loss", "loss"], rows: [],
        location: BlockLocation(line: 1, column: 1))
    ]
    let page = try RenderSupport.page([RenderSample.experiment("x", "1\n")], ["x": result])
    let found = try #require(page.diagnostics.first)
    #expect(page.diagnostics.count == 1 && found.rule == "repeated-name")
    #expect(found.message == "The table “x.t” has two columns “loss”.")
    #expect(found.hint == "Give each a head of its own.")
  }

  @Test func aFailedExperimentIsNotASecondMistake() throws {
    #expect(try mistake(.value(RenderSample.reference("fails", "whatever"))) == nil)
  }

  @Test func links() throws {
    try expect(
      link("../1-survey/05-none.md"), "broken-link",
      "The link “../1-survey/05-none.md” leads to no file: there is no chapters/1-survey/05-none.md."
    )
    try expect(
      link("../1-survey/03-norm-penalties.md#losess"), "broken-link",
      "The link “../1-survey/03-norm-penalties.md#losess” leads to no place in "
        + "chapters/1-survey/03-norm-penalties.md.", hint: "Near it: #losses.")
    try expect(
      link("../../README.md"), "broken-link", "The link “../../README.md” leaves chapters/.")
    try expect(
      link("../../../../etc/passwd"), "broken-link",
      "The link “../../../../etc/passwd” leaves chapters/.")
    try expect(
      link("JavaScript:alert(1)"), "unsafe-link", "A link cannot start with “javascript:”.",
      hint: "Links are relative paths, https:, http: or mailto:.")
  }

  @Test func aHeadingCannotTakeAnExperimentsAnchor() throws {
    let found = try RenderSupport.page([
      RenderSample.heading(2, "Experiment x", "experiment-x"), RenderSample.experiment("x", "1\n"),
    ]).diagnostics
    #expect(found.map(\.rule) == ["duplicate-anchor"])
    #expect(
      found.first?.message
        == "The heading's anchor “#experiment-x” is that of an experiment, a figure, an equation or a note."
    )
  }

  @Test func images() throws {
    try expect(
      .image(source: "none.png", title: "", content: [], span: Self.span), "missing-image",
      "There is no image “none.png” under chapters/.")
    try expect(
      .image(source: "https://example.org/a.png", title: "", content: [], span: Self.span),
      "missing-image", "The image “https://example.org/a.png” is not a file of the book.",
      hint: "Pages ask no other host for anything: put the image under chapters/.")
  }

  @Test(arguments: [
    ("<script>", "“<script>”"), ("<img src=x>", "“<img>”"),
    ("<b onclick=\"x()\">", "the attribute “onclick”"),
    ("<div style='x'>", "the attribute “style”"),
    ("<!doctype html>", "“<!doctype>”"), ("<p title=\">\" onclick=x>", "an open quotation mark"),
    ("<svg/onload=x>", "“<svg>”"), ("<b", "an open tag"),
  ])
  func rawHTML(_ text: String, _ what: String) throws {
    try expect(
      .html(text, span: Self.span), "raw-html", "HTML in a chapter cannot have \(what).",
      hint: "If the chapter is to have it, write “rawHTML: true” in its front matter.")
  }

  @Test func aRefusedTagOpensItsElement() throws {
    let place = SourceSpan(line: 7, column: 3)
    let page = try RenderSupport.page([
      .paragraph(
        content: [
          .html("<b onclick=\"x()\">", span: place), .text("bold"), .html("</b>", span: Self.span),
        ], span: Self.span)
    ])
    #expect(page.diagnostics.map(\.rule) == ["raw-html"])
    #expect(page.diagnostics.first?.span == place)
  }

  @Test func aChapterCanAllowAllHTML() throws {
    let html = "<div style='x'><img src=\"https://example.org/a.png\"><script>x()</script>"
    let page = try RenderSupport.page([.html(text: html, span: Self.span)], rawHTML: true)
    #expect(page.diagnostics == [])
    #expect(page.html.contains(html))
  }

  @Test func harmlessHTMLPasses() throws {
    let html = "<aside class=\"note\" aria-label='a'>1 < 2 <!-- <script> --> <br/></aside>"
    let page = try RenderSupport.page([.html(text: html, span: Self.span)])
    #expect(page.diagnostics == [])
    #expect(page.html.contains(html))
  }
}
