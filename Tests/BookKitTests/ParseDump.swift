import BookKit

/// A chapter as indented lines, one a node, for golden files.
struct ParseDump {
  private(set) var text = ""

  init(_ chapter: Chapter) {
    let front = chapter.frontMatter
    text += "title: \(front.title ?? "-")\n"
    if let summary = front.summary { text += "summary: \(summary)\n" }
    if let article = front.article { text += "article: \(article)\n" }
    if front.draft { text += "draft\n" }
    if front.optimize { text += "optimize\n" }
    if let language = front.language { text += "language \(language)\n" }
    if front.rawHTML { text += "rawHTML\n" }
    add(chapter.blocks, depth: 0)
  }

  private mutating func line(_ words: String, _ span: SourceSpan?, depth: Int) {
    let place = span.map { " @\($0.line):\($0.column)-\($0.endLine):\($0.endColumn)" } ?? ""
    text += String(repeating: "  ", count: depth) + words + place + "\n"
  }

  private mutating func add(_ blocks: [Block], depth: Int) {
    for block in blocks { add(block, depth: depth) }
  }

  private mutating func add(_ block: Block, depth: Int) {
    switch block {
    case .heading(let level, let content, let anchor, let span):
      line("heading \(level) #\(anchor)", span, depth: depth)
      add(content, depth: depth + 1)
    case .paragraph(let content, let span):
      line("paragraph", span, depth: depth)
      add(content, depth: depth + 1)
    case .quote(let blocks, let span):
      line("quote", span, depth: depth)
      add(blocks, depth: depth + 1)
    case .list(let start, let tight, let items, let span):
      line("list \(start.map(String.init) ?? "•")\(tight ? " tight" : "")", span, depth: depth)
      for item in items {
        line("item", nil, depth: depth + 1)
        add(item, depth: depth + 2)
      }
    case .table(let table):
      let alignments = table.alignments.map { $0?.rawValue ?? "-" }.joined(separator: " ")
      line("table \(alignments)", table.span, depth: depth)
      for row in [table.head] + table.rows {
        line("row", nil, depth: depth + 1)
        for cell in row {
          line("cell", nil, depth: depth + 2)
          add(cell, depth: depth + 3)
        }
      }
    case .math(let formula): add(formula, "math", depth: depth)
    case .placement(let value): add(value, "placement", depth: depth)
    case .code(let block):
      line("code \(block.language) \(quoted(block.code))", block.span, depth: depth)
    case .setup(let block): line("setup \(quoted(block.code))", block.span, depth: depth)
    case .experiment(let experiment):
      let options = experiment.options
      line(
        "experiment \(experiment.id) seeds=\(options.seeds) timeout=\(options.timeout ?? 120) "
          + "fold=\(options.fold ?? false) \(quoted(experiment.code))", experiment.span,
        depth: depth)
    case .footnote(let label, let content, let span):
      line("footnote \(label)", span, depth: depth)
      add(content, depth: depth + 1)
    case .rule(let span): line("rule", span, depth: depth)
    case .html(let text, let span): line("html \(quoted(text))", span, depth: depth)
    }
  }

  private mutating func add(_ content: [Inline], depth: Int) {
    for inline in content { add(inline, depth: depth) }
  }

  private mutating func add(_ inline: Inline, depth: Int) {
    switch inline {
    case .text(let text): line(quoted(text), nil, depth: depth)
    case .emphasis(let content):
      line("emphasis", nil, depth: depth)
      add(content, depth: depth + 1)
    case .strong(let content):
      line("strong", nil, depth: depth)
      add(content, depth: depth + 1)
    case .code(let code): line("code \(quoted(code))", nil, depth: depth)
    case .link(let destination, let title, let content, let span):
      line("link \(quoted(destination)) \(quoted(title))", span, depth: depth)
      add(content, depth: depth + 1)
    case .image(let source, let title, let content, let span):
      line("image \(quoted(source)) \(quoted(title))", span, depth: depth)
      add(content, depth: depth + 1)
    case .math(let formula):
      add(formula, formula.display ? "display" : "math", depth: depth)
    case .value(let value): add(value, "value", depth: depth)
    case .footnote(let label, let span): line("footnote \(label)", span, depth: depth)
    case .softBreak: line("softbreak", nil, depth: depth)
    case .lineBreak: line("linebreak", nil, depth: depth)
    case .html(let text, let span): line("html \(quoted(text))", span, depth: depth)
    }
  }

  private mutating func add(_ formula: Formula, _ name: String, depth: Int) {
    let label = formula.label.map { " #\($0)" } ?? ""
    line("\(name)\(label) \(quoted(formula.tex))", formula.span, depth: depth)
    for value in formula.values { add(value, "value", depth: depth + 1) }
  }

  private mutating func add(_ value: ValueReference, _ name: String, depth: Int) {
    line(
      "\(name) \(value.experiment).\(value.name) \(quoted(value.format))", value.span, depth: depth)
  }

  private func quoted(_ text: String) -> String {
    "“" + text.replacing("\n", with: "⏎") + "”"
  }
}
