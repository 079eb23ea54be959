import CCmark

/// Turns cmark's tree of a masked file into a chapter's blocks.
struct TreeBuilder {
  let source: SourceText
  let mask: Mask
  let scan: BlockScan
  var mistakes: [Diagnostic] = []
  var anchors = AnchorMaker()
  var footnotes: FootnoteReader
  /// Link definitions of the file, which a table's cells need as well.
  let definitions: [UInt8]
  /// The text of each heading of level 1, and where it is.
  var titles: [(text: String, span: SourceSpan)] = []
  /// Each experiment's id and the bytes where it stands.
  var experimentIDs: [(id: String, place: Range<Int>)] = []

  /// The code of the chapter that runs. A setup may stand after an experiment that needs it.
  var setupCode: [SourceBlock] = []
  var experimentCode: [SourceBlock] = []

  /// How deeply lists, quotes, emphasis and links may lie in each other.
  static let maximumDepth = 100

  init(source: SourceText, mask: Mask, scan: BlockScan) {
    self.source = source
    self.mask = mask
    self.scan = scan
    footnotes = FootnoteReader(source: source)
    definitions = scan.runs.flatMap { run -> [UInt8] in
      guard let first = run.lines.first, source.bytes[first].first == UInt8(ascii: "["),
        source.text(first).contains("]:")
      else { return [] }
      return [.lineFeed] + run.lines.flatMap { [.lineFeed] + mask.bytes[$0] }
    }
  }

  mutating func build() -> [Block] {
    let tree = CmarkTree(mask.bytes)
    // Lists take two levels each: the list and its item.
    if let node = tree.firstNode(deeperThan: 2 * Self.maximumDepth) {
      let line = min(max(node.startLine, 1), source.lineCount)
      reportDepth(at: source.line(line - 1))
      return []
    }
    let found = withExtendedLifetime(tree) { blocks(tree.root) }
    mistakes += (setupCode + experimentCode).flatMap {
      RepeatabilityCheck.diagnostics($0, setups: setupCode)
    }
    footnotes.finish(scan.runs)
    mistakes += footnotes.mistakes
    return found
  }

  mutating func reportDepth(at range: Range<Int>) {
    mistakes.append(
      source.error(
        "nesting-too-deep", at: range,
        "More than \(Self.maximumDepth) lists, quotes or emphases lie in each other here.",
        hint: "The chapter is read only as far as a reader could follow; take some levels out."))
  }

  mutating func blocks(_ parent: CmarkNode) -> [Block] {
    var blocks: [Block] = []
    for node in parent.children {
      if node.type == CMARK_NODE_PARAGRAPH {
        blocks += paragraph(node)
      } else if let block = block(node) {
        blocks.append(block)
      }
    }
    return blocks
  }

  private mutating func block(_ node: CmarkNode) -> Block? {
    switch node.type {
    case CMARK_NODE_HEADING: return heading(node)
    case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks: blocks(node), span: span(node))
    case CMARK_NODE_LIST:
      return .list(
        start: node.listStart, tight: node.isTight, items: node.children.map { blocks($0) },
        span: span(node))
    case CMARK_NODE_CODE_BLOCK: return code(node)
    case CMARK_NODE_THEMATIC_BREAK: return .rule(span: span(node))
    case CMARK_NODE_HTML_BLOCK:
      warnAboutValues(inHTML: node)
      return .html(text: mask.restored(node.literal), span: span(node))
    default: return nil
    }
  }

  /// A paragraph is one block; only notes in consecutive lines are several.
  private mutating func paragraph(_ node: CmarkNode) -> [Block] {
    let run = run(at: node)
    if let run, let table = table(run) { return [.table(table)] }
    var converter = InlineConverter(source: source, mask: mask, run: run, node: node)
    let content = converter.convert(node)
    if content.count == 1 {
      if case .math(let formula) = content[0], formula.display {
        checkLabel(formula)
        return [.math(formula)]
      }
      if case .value(let reference) = content[0] { return [.placement(reference)] }
    }
    let span = span(node, run: run)
    guard let lines = run?.lines, let first = lines.first, let last = lines.last else {
      return [.paragraph(content: content, span: span)]
    }
    warnAboutAddresses(in: content, lines)
    let place = first.lowerBound..<last.upperBound
    if let notes = footnotes.notes(in: content, at: place) { return notes }
    return [.paragraph(content: footnotes.references(in: content, at: place), span: span)]
  }

  private mutating func heading(_ node: CmarkNode) -> Block {
    var converter = InlineConverter(source: source, mask: mask, run: run(at: node), node: node)
    let content = converter.convert(node)
    let place = headingSpan(node)
    let text = content.plainText
    if node.headingLevel == 1 { titles.append((text, place)) }
    return .heading(
      level: node.headingLevel, content: content, anchor: anchors.anchor(for: text), span: place)
  }

  /// The label is what links name, so it is a slug that no heading's anchor looks like.
  private mutating func checkLabel(_ formula: Formula) {
    guard let label = formula.label, !label.hasPrefix("eq-") || !Slug.isSlug(label) else { return }
    mistakes.append(
      Diagnostic(
        rule: "bad-equation-label", "“\(label)” is not a label of an equation.",
        hint: "A label is eq- and lowercase letters, digits and hyphens: \\label{eq-ridge}.",
        path: source.path, span: formula.span))
  }

  /// A value in a block of HTML would be shown as it is written.
  private mutating func warnAboutValues(inHTML node: CmarkNode) {
    guard !node.literal.hasPrefix("<!--"), node.startLine >= 1 else { return }
    for line in node.startLine - 1..<max(node.startLine, min(node.endLine, source.lineCount)) {
      for value in InlineScanner.values(in: source, source.line(line)) {
        mistakes.append(
          source.warning(
            "value-in-html", at: value.pieces[0],
            "A value is not filled in inside a block of HTML, so this is shown as it stands.",
            hint: "Write the text around it in Markdown."))
      }
    }
  }

  /// A heading with its underline, whose line cmark miscounts.
  private func headingSpan(_ node: CmarkNode) -> SourceSpan {
    guard let run = run(at: node), !run.isHeading, let first = run.lines.first,
      let last = run.lines.last
    else { return span(node) }
    let underline = min(source.lineIndex(of: last.lowerBound) + 1, source.lineCount - 1)
    return source.span(first.lowerBound..<source.line(underline).upperBound)
  }

  /// The lines of a paragraph or heading as the scanner saw them.
  private func run(at node: CmarkNode) -> TextRun? {
    guard (1...source.lineCount).contains(node.startLine) else { return nil }
    let line = source.line(node.startLine - 1)
    return scan.runs.first(startingIn: line)
  }

  func span(_ node: CmarkNode, run: TextRun? = nil) -> SourceSpan {
    if let run, !run.isHeading, let first = run.lines.first, let last = run.lines.last {
      return source.span(first.lowerBound..<last.upperBound)
    }
    let start = offset(line: node.startLine, column: node.startColumn)
    return source.span(start..<max(start, offset(line: node.endLine, column: node.endColumn + 1)))
  }

  /// The byte at a line and column of cmark's.
  private func offset(line: Int, column: Int) -> Int {
    let range = source.line(min(max(line, 1), source.lineCount) - 1)
    return min(range.lowerBound + max(column, 1) - 1, range.upperBound)
  }
}

extension [TextRun] {
  /// The run whose first line lies on a line of the file; the runs are in order.
  fileprivate func first(startingIn line: Range<Int>) -> TextRun? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lines[0].lowerBound < line.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count, self[low].lines[0].lowerBound <= line.upperBound else { return nil }
    return self[low]
  }
}
