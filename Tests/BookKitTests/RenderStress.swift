import Results

@testable import BookKit

/// A page of things that are wider than a phone.
enum RenderStress {
  private static let span = SourceSpan(line: 1, column: 1)
  private static let word = String(repeating: "Überlängenwort", count: 20)
  private static let long = "w_1 + " + (2...60).map { "w_{\($0)}" }.joined(separator: " + ")

  static let book = Book(parts: [
    Part(
      folder: "1-a", index: nil,
      chapters: [
        RenderSample.chapter(
          "chapters/1-a/01-wide.md", title: "<b>&\"' " + word, summary: word, blocks)
      ])
  ])

  static let results: [String: ExperimentResult] = {
    var result = RenderSampleResult.result
    result.output = [word, "short"]
    result.claims[0].sentence = word
    result.tables[0].caption = word
    result.tables[0].columns = (1...40).map { "column \($0)" }
    result.tables[0].rows = [(1...40).map { .text("cell \($0)") }]
    result.figures[0].caption = word
    return ["wide": result]
  }()

  private static func formula(_ display: Bool) -> Formula {
    Formula(tex: long, display: display, values: [], span: span)
  }

  private static let pieces: [Block] = [
    .paragraph(
      content: [
        .text(word + " "), .code(word), .text(" "), .math(formula(false)), .text(" "),
        .link(
          destination: "https://example.org/" + word, title: "", content: [.text(word)], span: span),
        .value(RenderSample.reference("wide", "path")),
      ], span: span),
    .math(formula(true)),
    .code(CodeBlock(language: "swift", code: "let x = \"\(word)\"\n", span: span)),
    .table(
      PipeTable(
        alignments: [], head: (1...30).map { [.text("head \($0)")] },
        rows: [(1...30).map { [.code("cell\($0)")] }], span: span)),
  ]

  private static let blocks: [Block] =
    pieces + [
      .heading(level: 2, content: [.text(word)], anchor: "a", span: span),
      .heading(level: 2, content: [.text("b")], anchor: "b", span: span),
      RenderSample.experiment("wide", "// \(word)\n"), .quote(blocks: pieces, span: span),
      .list(
        start: nil, tight: true,
        items: [pieces, [.list(start: 1, tight: false, items: [pieces], span: span)]], span: span),
      .paragraph(content: [.text("שלום עולם, " + word)], span: span),
      .paragraph(content: [.text("مرحبا بالعالم 123 (abc) …")], span: span),
      .table(
        PipeTable(
          alignments: [nil, .trailing], head: [[.text("row")], [.text("square")]],
          rows: (1...10_000).map { [[.text("\($0)")], [.text("\($0 * $0)")]] }, span: span)),
      .html(text: "<table><tr><td>\(word)</td></tr></table>", span: span),
    ]
}
