import Results

@testable import BookKit

/// A small book with one of everything, made by hand.
enum RenderSample {
  static let book = Book(
    parts: [
      Part(folder: "", index: front, chapters: []),
      Part(folder: "1-survey", index: survey, chapters: [RenderSampleChapter.chapter, dropout]),
      Part(folder: "2-layers", index: nil, chapters: [layers]),
    ], ledger: ledger)

  /// The claims that the sample's experiment cites.
  static let ledger = Ledger(entries: [
    entry("A17", .holds, "L1 gives more zeros than L2.", "L1"),
    entry("A18", .refuted, "Ridge beats the lasso.", "ridge, lasso", note: "Not on <these> data."),
    entry("A19", .opinion, "Sparse models are beautiful & good.", "L1"),
    entry("D3", .conditions, "L2 regularization is weight decay.", "weight decay"),
  ])

  static func entry(
    _ id: String, _ verdict: LedgerEntry.Verdict, _ claim: String, _ technique: String,
    note: String? = nil, line: Int = 1
  ) -> LedgerEntry {
    LedgerEntry(
      id: id, line: 7, claim: claim, verdict: verdict, technique: technique, note: note,
      span: SourceSpan(line: line, column: 7))
  }

  static let results = ["l1-zeros": RenderSampleResult.result, "one-number": oneNumber]

  static func chapter(
    _ path: String, title: String?, summary: String? = nil, _ blocks: [Block]
  ) -> Chapter {
    var matter = FrontMatter()
    matter.title = title
    matter.summary = summary
    return Chapter(path: path, frontMatter: matter, blocks: blocks)
  }

  static func text(_ words: String, line: Int = 1) -> Block {
    .paragraph(content: [.text(words)], span: SourceSpan(line: line, column: 1))
  }

  static func heading(_ level: Int, _ words: String, _ anchor: String) -> Block {
    .heading(
      level: level, content: [.text(words)], anchor: anchor, span: SourceSpan(line: 1, column: 1))
  }

  static func experiment(
    _ id: String, _ code: String, fold: Bool? = nil, line: Int = 50
  ) -> Block {
    var options = ExperimentOptions()
    options.fold = fold
    return .experiment(
      Experiment(
        id: id, options: options, code: code,
        span: SourceSpan(line: line, column: 1, endLine: line + 5, endColumn: 4)))
  }

  static func reference(
    _ experiment: String, _ name: String, _ format: String = "", line: Int = 7, column: Int = 3
  ) -> ValueReference {
    let source = "{{\(experiment).\(name)\(format.isEmpty ? "" : " \(format)")}}"
    return ValueReference(
      experiment: experiment, name: name, format: format, source: source,
      span: SourceSpan(
        line: line, column: column, endLine: line, endColumn: column + source.count))
  }

  private static let front = chapter(
    "chapters/index.md", title: "Regularization by Experiment",
    summary: "Five articles, some hundred claims, and what the numbers say.",
    [
      text(
        "Every chapter asks a question, predicts an answer, and lets a small experiment decide. "
          + "The code stands beside its result; change a number and run it again.")
    ])

  private static let survey = chapter(
    "chapters/1-survey/index.md", title: "The survey",
    summary: "One technique after the other, each with the experiment that decides.",
    [text("The first article is a survey of techniques.")])

  private static let dropout = chapter(
    "chapters/1-survey/04-dropout.md", title: "Dropout",
    summary: "Noise in the network instead of a penalty in the loss.",
    [
      .paragraph(
        content: [
          .text("See "), .value(reference("l1-zeros", "path")),
          .text(", where the proximal step left "),
          .value(reference("l1-zeros", "zeros")), .text(" zeros."),
        ], span: SourceSpan(line: 5, column: 1)),
      experiment("one-number", "record(\"answer\", 6 * 7, unit: .count)\n"),
    ])

  private static let layers = chapter(
    "chapters/2-layers/01-five-networks.md", title: "Five networks <&\"'",
    [
      .paragraph(
        content: [.text("The accuracy was "), .value(reference("fails", "accuracy")), .text(".")],
        span: SourceSpan(line: 5, column: 1)), experiment("fails", "fatalError()\n"),
    ])

  private static let oneNumber: ExperimentResult = {
    var result = ExperimentResult()
    result.values = [
      RecordedValue(
        name: "answer", samples: [42], unit: .count, location: BlockLocation(line: 1, column: 1))
    ]
    return result
  }()
}
