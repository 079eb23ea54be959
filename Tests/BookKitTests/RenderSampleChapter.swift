@testable import BookKit

/// The sample's chapter with every kind of block and inline.
enum RenderSampleChapter {
  static let chapter = RenderSample.chapter(
    "chapters/1-survey/03-norm-penalties.md", title: "Norm penalties",
    summary: "What a penalty on the weights removes, what it keeps, and what it costs.",
    opening + lists + tables + math + code)

  private static let place = SourceSpan(line: 9, column: 1)

  private static func paragraph(_ content: Inline...) -> Block {
    .paragraph(content: content, span: place)
  }

  private static func link(_ destination: String, _ words: String) -> Inline {
    .link(destination: destination, title: "", content: [.text(words)], span: place)
  }

  private static let opening: [Block] = [
    paragraph(
      .text("Does an "), .emphasis([.text("L1 penalty")]), .text(" really set weights to "),
      .strong([.text("exactly")]), .text(" zero? With the proximal step it left "),
      .value(RenderSample.reference("l1-zeros", "zeros")),
      .text(" of 64 at zero and gained "),
      .value(RenderSample.reference("l1-zeros", "gain", "points 1 ± ci")),
      .text("; the subgradient left none ("), .value(RenderSample.reference("l1-zeros", "path")),
      .text("). The gap to the exact solution is "),
      .value(RenderSample.reference("l1-zeros", "largest-error")), .text(" after "),
      .value(RenderSample.reference("l1-zeros", "steps")), .text(" steps, and the shift is "),
      .value(RenderSample.reference("l1-zeros", "shift", "range")), .text(".")),
    .placement(RenderSample.reference("l1-zeros", "path")),
    RenderSample.heading(2, "The question & its history", "the-question"),
    paragraph(
      .text("Text with <script>alert(1)</script> & “quotes”, "), .code("a < b && c"), .text(", "),
      link("04-dropout.md", "the next chapter"), .text(", "), link("#losses", "a place here"),
      .text(" and "), link("https://example.org/?a=1&b=\"2\"", "a page elsewhere"), .text(".")),
    .quote(
      blocks: [paragraph(.text("L1 makes features sparse."), .lineBreak, .text("Article A"))],
      span: place),
  ]

  private static let lists: [Block] = [
    RenderSample.heading(2, "What to expect", "losses"),
    .list(
      start: nil, tight: true,
      items: [
        [paragraph(.text("no penalty: the control"))],
        [
          paragraph(.text("L1:")),
          .list(
            start: nil, tight: true,
            items: [[paragraph(.text("subgradient"))], [paragraph(.text("proximal"))]], span: place),
        ],
      ], span: place),
    .list(
      start: 3, tight: false,
      items: [
        [paragraph(.text("Three."))], [paragraph(.text("Four."), .softBreak, .text("More."))],
      ],
      span: place), .rule(span: place),
  ]

  private static let tables: [Block] = [
    .table(
      PipeTable(
        alignments: [nil, .trailing, .center],
        head: [[.text("method")], [.text("zeros")], [.text("where")]],
        rows: [
          [
            [.text("proximal")], [.value(RenderSample.reference("l1-zeros", "zeros"))],
            [.code("x|y")],
          ], [[.text("none")], [.text("0")], [link("../2-layers/01-five-networks.md", "layers")]],
        ], span: place))
  ]

  private static func formula(_ tex: String, display: Bool, _ values: [ValueReference] = [])
    -> Formula
  {
    Formula(tex: tex, display: display, values: values, span: place)
  }

  private static let math: [Block] = [
    RenderSample.heading(3, "In one formula", "formula"),
    paragraph(
      .text("The penalty is "), .math(formula("\\lambda\\lVert w\\rVert_1", display: false)),
      .text(" and its proximal map is the soft threshold,")),
    .math(
      formula(
        "\\operatorname{prox}_{\\eta\\lambda}(w)_i = \\operatorname{sign}(w_i)\\,"
          + "\\max(|w_i| - \\eta\\lambda,\\; 0) \\approx {{l1-zeros.shift}},", display: true,
        [RenderSample.reference("l1-zeros", "shift")])),
    paragraph(
      .text("which moves every weight towards zero by the same amount and stops there."),
      .footnote(label: "tibshirani", span: place)),
    .footnote(
      label: "tibshirani",
      content: [
        .text("Tibshirani 1996; the name "), .code("soft-threshold"), .text(" came later."),
      ],
      span: place),
  ]

  private static let code: [Block] = [
    .setup(
      CodeBlock(
        language: "swift", code: "import Lab\n\nlet digits = Digits.split(train: 300, seed: 1)\n",
        span: place)),
    RenderSample.experiment("l1-zeros", source), RenderSample.heading(2, "By hand", "by-hand"),
    .code(
      CodeBlock(language: "python", code: "def f(x):\n    return x ** 2  # a square\n", span: place)
    ),
    .code(CodeBlock(language: "nonsense", code: "plain <text>\n", span: place)),
    paragraph(
      .text("The end, and once more "), .value(RenderSample.reference("l1-zeros", "losses")),
      .text(".")),
  ]

  private static let source = """
    // Five seeds; each trains the same network with and without the penalty.
    let runs = seeds { seed in
      sweep("p", [0, 0.5]) { p in
        train(classifier(hidden: [64, 64], dropout: p), on: digits, with: Adam(learningRate: 3e-3), epochs: 60)
      }
    }
    print("gain \\(runs["p", 0.5].testAccuracy.last - runs["p", 0].testAccuracy.last)")
    record("zeros", runs["p", 0.5].weights.count { $0 == 0 }, unit: .count)
    claim("L1 leaves more exact zeros than L2.", zeros > others, .everySeed(margin: 20), tests: "A17")

    """
}
