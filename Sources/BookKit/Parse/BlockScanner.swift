/// Finds which lines are text, which are code and which are HTML, as cmark will; math in text is then
/// taken out before cmark reads the file. Formulas between `$$` are kept together here: a line of one
/// that begins with `=` or `-` is no heading or list.
struct BlockScanner {
  enum Container: Equatable {
    case quote
    case item(indent: Int, isEmpty: Bool)
  }
  enum Leaf {
    case none
    case paragraph
    case fence
    case indentedCode
    case html(HTMLBlockKind)
  }

  static let maximumDepth = 100

  let source: SourceText
  var result = BlockScan()
  var containers: [Container] = []
  var leaf = Leaf.none
  /// The lines of the open paragraph that end outside any formula or code.
  private var settledLines = 0
  /// The last line of a `$$` formula that is open.
  var formulaEnd = -1

  static func scan(_ source: SourceText, from start: Int) -> BlockScan {
    var scanner = BlockScanner(source: source)
    guard start < source.bytes.count else { return scanner.result }
    for line in source.lineIndex(of: start)..<source.lineCount {
      scanner.read(line)
      if scanner.result.tooDeep != nil { break }
    }
    return scanner.result
  }

  private init(source: SourceText) { self.source = source }

  private mutating func read(_ line: Int) {
    var cursor = LineCursor(bytes: source.bytes, line: source.line(line))
    let matched = matchContainers(&cursor)
    let allMatched = matched == containers.count
    if line <= formulaEnd, case .paragraph = leaf {
      append(cursor, line: line)
      return
    }
    if allMatched {
      switch leaf {
      case .fence: return continueFence(cursor, line: line)
      case .html(let kind) where kind.lastsUntilMark:
        if kind.ends(source.bytes[cursor.offset..<cursor.end]) { leaf = .none }
        return
      case .html where cursor.nonBlank.offset < cursor.end: return
      case .html: leaf = .none
      case .indentedCode:
        if cursor.nonBlank.indent >= 4 || cursor.nonBlank.offset == cursor.end { return }
        leaf = .none
      case .paragraph, .none: break
      }
    }
    openBlocks(&cursor, line: line, matched: matched)
  }

  /// Moves past the marks of the open containers that go on; returns how many do.
  private mutating func matchContainers(_ cursor: inout LineCursor) -> Int {
    for (index, container) in containers.enumerated() {
      let (offset, indent) = cursor.nonBlank
      switch container {
      case .quote:
        guard indent <= 3, offset < cursor.end, source.bytes[offset] == .greater else {
          return index
        }
        cursor.move(to: offset + 1)
        cursor.skip(columns: 1)
      case .item(let needed, let isEmpty):
        if offset == cursor.end {
          if isEmpty { return index }
          cursor.move(to: offset)
        } else if indent >= needed {
          cursor.skip(columns: needed)
        } else {
          return index
        }
      }
    }
    return containers.count
  }

  private mutating func continueFence(_ cursor: LineCursor, line: Int) {
    let index = result.fences.count - 1
    let fence = result.fences[index].fence
    result.fences[index].endLine = line
    let (offset, indent) = cursor.nonBlank
    let mark = source.bytes[fence.lowerBound]
    let run = source.bytes[offset..<cursor.end].prefix { $0 == mark }
    guard indent <= 3, run.count >= fence.count,
      source.bytes[run.endIndex..<cursor.end].isBlankLine
    else { return }
    result.fences[index].isClosed = true
    leaf = .none
  }

  /// Adds what is left of a line to the open paragraph.
  mutating func append(_ cursor: LineCursor, line: Int) {
    let text = cursor.nonBlank.offset..<cursor.end
    result.runs[result.runs.count - 1].lines.append(text)
    lookForFormula(text, line: line)
  }

  mutating func startParagraph(_ cursor: LineCursor, line: Int) {
    leaf = .paragraph
    settledLines = 0
    markFilled()
    result.runs.append(TextRun(lines: []))
    append(cursor, line: line)
  }

  /// The innermost list item is no longer an empty one, which a blank line would end.
  mutating func markFilled() {
    if case .item(let indent, true) = containers.last {
      containers[containers.count - 1] = .item(indent: indent, isEmpty: false)
    }
  }

  /// Finds the last line of a formula that this line of a paragraph leaves open.
  private mutating func lookForFormula(_ text: Range<Int>, line: Int) {
    guard line >= formulaEnd, source.bytes[text].containsRun(of: .dollar, 2),
      let lines = result.runs.last?.lines
    else { return }
    let found = InlineScanner(source: source, lines: Array(lines.dropFirst(settledLines)))
    if found.openFormula == nil {
      // What is settled is not read again, or a long paragraph would take quadratic time.
      if !found.hasLonelyBackticks { settledLines = lines.count }
      return
    }
    for next in (line + 1)..<max(line + 1, source.lineCount) {
      let rest = source.bytes[source.line(next)].drop { $0.isBlank || $0 == .greater }
      if rest.isBlankLine || rest.starts(with: [.backtick, .backtick, .backtick]) { return }
      if rest.containsRun(of: .dollar, 2) {
        formulaEnd = next
        return
      }
    }
  }
}
