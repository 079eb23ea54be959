import CCmark

/// Turns the inlines of one block into the chapter's.
struct InlineConverter {
  let source: SourceText
  let mask: Mask
  /// The block's lines; nil where only cmark knows them.
  let run: TextRun?
  /// The block's first line and column as cmark gives them.
  let startLine: Int
  let startColumn: Int
  /// Where a table's cell begins in the file; nil outside tables.
  var cell: Int?

  /// Where the last tag that had to be looked for ends.
  private var tagEnd = 0
  /// The bytes of filler that the further lines of a formula still have.
  private var filler: [Int] = []
  /// Filler at the beginning of the next text.
  private var skip = 0

  init(
    source: SourceText, mask: Mask, run: TextRun?, node: CmarkNode, cell: Int? = nil
  ) {
    self.source = source
    self.mask = mask
    self.run = run
    startLine = node.startLine
    startColumn = node.startColumn
    self.cell = cell
  }

  mutating func convert(_ parent: CmarkNode) -> [Inline] {
    var result: [Inline] = []
    for node in parent.children {
      if node.type == CMARK_NODE_SOFTBREAK, filler.isEmpty, result.dropHardBreak() {
        result.append(.lineBreak)
        continue
      }
      for inline in inlines(node) {
        if case .text(let new) = inline, case .text(let old) = result.last {
          result[result.count - 1] = .text(old + new)
        } else {
          result.append(inline)
        }
      }
    }
    return result
  }

  private mutating func inlines(_ node: CmarkNode) -> [Inline] {
    switch node.type {
    case CMARK_NODE_TEXT: return text(node.literal)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
      if !filler.isEmpty {
        skip = filler.removeFirst()
        return []
      }
      return [node.type == CMARK_NODE_SOFTBREAK ? .softBreak : .lineBreak]
    case CMARK_NODE_CODE:
      let code = mask.restored(node.literal)
      return [.code(cell == nil ? code : code.replacing("\\|", with: "|"))]
    case CMARK_NODE_HTML_INLINE: return [html(node)]
    case CMARK_NODE_EMPH: return [.emphasis(convert(node))]
    case CMARK_NODE_STRONG: return [.strong(convert(node))]
    case CMARK_NODE_LINK:
      let content = convert(node)
      return [
        .link(
          destination: mask.restored(node.url), title: mask.restored(node.title),
          content: content, span: span(node))
      ]
    case CMARK_NODE_IMAGE:
      let content = convert(node)
      return [
        .image(
          source: mask.restored(node.url), title: mask.restored(node.title), content: content,
          span: span(node))
      ]
    default: return []
    }
  }

  private mutating func text(_ literal: String) -> [Inline] {
    var text = literal
    if skip > 0 {
      let dropped = min(skip, text.utf8.count)
      text = String(decoding: text.utf8.dropFirst(dropped), as: UTF8.self)
      skip -= dropped
    }
    return mask.segments(of: text).map { segment in
      switch segment {
      case .text(let text): return .text(text)
      case .placeholder(let placeholder):
        filler += placeholder.pieces.dropFirst().map(\.count)
        switch placeholder.content {
        case .formula(let formula): return .math(formula)
        case .value(let reference): return .value(reference)
        }
      }
    }
  }

  /// A tag with its place, which is looked for where cmark's is wrong: after some line ends.
  private mutating func html(_ node: CmarkNode) -> Inline {
    let text = mask.restored(node.literal)
    let place = place(node)
    guard cell == nil, let lines = run?.lines, let last = lines.last,
      source.text(place) != text
    else {
      return .html(text, span: source.span(place))
    }
    let rest = max(lines[0].lowerBound, min(tagEnd, last.upperBound))..<last.upperBound
    guard let found = source.bytes[rest].firstRange(of: Array(text.utf8)) else {
      return .html(text, span: source.span(place))
    }
    tagEnd = found.upperBound
    return .html(text, span: source.span(found))
  }

  private func span(_ node: CmarkNode) -> SourceSpan { source.span(place(node)) }

  /// Where a link or image stands. cmark counts a line's columns from the block's first column, and
  /// gives one that crosses lines the line where it ends.
  private func place(_ node: CmarkNode) -> Range<Int> {
    if let cell {
      // A cell is parsed behind one character that keeps it from being a list or heading.
      let start = cell + node.startColumn - 2
      return start..<max(start, cell + node.endColumn - 1)
    }
    if let place = autolink(node) { return place }
    let breaks = node.lineBreakCount
    let start = offset(line: node.startLine - breaks, column: node.startColumn)
    return start..<max(start, offset(line: node.startLine, column: node.endColumn + 1))
  }

  /// An autolink's bytes: cmark gives their place in the block's joined lines.
  private func autolink(_ node: CmarkNode) -> Range<Int>? {
    guard let lines = run?.lines, node.type == CMARK_NODE_LINK, node.children.count == 1,
      case let text = node.children[0].literal, node.url.hasSuffix(text)
    else { return nil }
    var left = node.startColumn - 1
    for line in lines {
      let start = line.lowerBound + left
      if start < line.upperBound {
        let end = start + node.endColumn - node.startColumn + 1
        return start >= line.lowerBound && source.bytes[start] == .less && end <= line.upperBound
          ? start..<end : nil
      }
      left -= line.count + 1
    }
    return nil
  }

  private func offset(line: Int, column: Int) -> Int {
    let index = min(max(line, 1), source.lineCount) - 1
    let range = source.line(index)
    var start = range.lowerBound + column - 1
    if let lines = run?.lines, line > startLine, lines.indices.contains(line - startLine) {
      start = lines[line - startLine].lowerBound + column - startColumn
    }
    return min(max(start, range.lowerBound), range.upperBound)
  }
}

extension CmarkNode {
  /// How many line ends lie in it.
  fileprivate var lineBreakCount: Int {
    children.reduce(0) { count, child in
      let own = child.type == CMARK_NODE_SOFTBREAK || child.type == CMARK_NODE_LINEBREAK
      return count + (own ? 1 : child.lineBreakCount)
    }
  }
}

extension [Inline] {
  /// Takes the mark of a forced line end off the last text; false where there is none.
  fileprivate mutating func dropHardBreak() -> Bool {
    guard case .text(let text) = last, text.utf8.last == Mask.hardBreak else { return false }
    let kept = String(decoding: text.utf8.dropLast(), as: UTF8.self)
    removeLast()
    if !kept.isEmpty { append(.text(kept)) }
    return true
  }
}
