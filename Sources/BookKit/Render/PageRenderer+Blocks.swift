extension PageRenderer {
  func blocks(_ blocks: [Block]) throws -> HTML {
    try blocks.map { try block($0) }.filter { !$0.isEmpty }.joined("\n")
  }

  private func block(_ block: Block) throws -> HTML {
    switch block {
    case .heading(let level, let content, let anchor, let span):
      return try heading(level, content, anchor, at: span)
    case .paragraph(let content, let span):
      if let figure = try imageFigure(content) { return figure }
      return try paragraph(content, at: span)
    case .quote(let inner, _): return try quote(inner)
    case .list(let start, let tight, let items, _): return try list(start, tight, items)
    case .table(let table): return try pipeTable(table)
    case .math(let formula): return try displayMath(formula)
    case .placement(let reference): return try placement(reference)
    case .code(let code): return try listing(code)
    case .setup(let code): return try setup(code)
    case .experiment(let experiment): return try cell(experiment)
    case .footnote: return HTML()
    case .rule: return .void("hr")
    case .html(let text, let span): return rawHTML(text, at: span)
    }
  }

  /// The page's title is its only `h1`, so headings begin at `h2`.
  private func heading(_ level: Int, _ content: [Inline], _ anchor: String, at span: SourceSpan)
    throws -> HTML
  {
    if book.generatedAnchors[index].contains(anchor) {
      report(
        "duplicate-anchor",
        "The heading's anchor “#\(anchor)” is that of an experiment, a figure, an equation or a note.",
        hint: "Word the heading differently.", at: span)
    }
    let words = try inlines(content, in: .heading)
    let mark = HTML.tag(
      "a", ["class": "anchor", "href": "#\(anchor)", "aria-label": "Link to this section"],
      HTML("§"))
    return .tag(
      "h\(min(6, max(2, level)))", ["id": anchor, "dir": direction(of: content)],
      words + HTML(" ") + mark)
  }

  private func list(_ start: Int?, _ tight: Bool, _ items: [[Block]]) throws -> HTML {
    let lines = try items.map { item -> HTML in
      let content = tight ? try tightItem(item) : try blocks(item)
      return .tag("li", [:], content)
    }.joined("\n")
    guard let start else { return .tag("ul", [:], lines) }
    return .tag("ol", ["start": start == 1 ? nil : "\(start)"], lines)
  }

  /// In a tight list a paragraph is its words alone.
  private func tightItem(_ item: [Block]) throws -> HTML {
    try item.map { inner in
      guard case .paragraph(let content, let span) = inner else { return try block(inner) }
      return try inlines(content, in: InlineContext(span: span))
    }.joined("\n")
  }

  /// A table with more rows scrolls downwards too, with its head in view.
  var mostRowsInView: Int { 60 }

  /// Something that may be wider than a phone: it scrolls inside itself, by keyboard too. A group
  /// and not a region, because a page with thirty landmarks has none.
  func scrolling(_ content: HTML, label: String, wide: Bool, class name: String = "scroll") -> HTML
  {
    wide
      ? .tag(
        "div", ["class": name, "tabindex": "0", "role": "group", "aria-label": label], content)
      : .tag("div", ["class": name], content)
  }
}
