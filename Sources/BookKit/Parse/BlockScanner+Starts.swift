extension BlockScanner {
  /// Opens the blocks that begin on a line, or adds it to the open paragraph.
  mutating func openBlocks(_ cursor: inout LineCursor, line: Int, matched: Int) {
    var isParagraph = false
    if case .paragraph = leaf { isParagraph = true }
    /// Whether this line may belong to the paragraph above although a container's mark is missing.
    let mayBeLazy = isParagraph
    var allMatched = matched == containers.count
    /// Whether the block that goes on is a paragraph, which some starts cannot interrupt.
    var interrupts = isParagraph && allMatched
    var isNew = false

    while true {
      let (offset, indent) = cursor.nonBlank
      let rest = offset..<cursor.end
      guard indent < 4, let first = source.bytes[rest].first else { break }
      if first == .greater {
        close(to: &allMatched, matched: matched)
        cursor.move(to: offset + 1)
        cursor.skip(columns: 1)
        guard push(.quote, at: rest) else { return }
      } else if let width = headingMark(rest) {
        close(to: &allMatched, matched: matched)
        return addHeading(offset + width..<cursor.end)
      } else if let fence = openingFence(rest, indent: indent, line: line) {
        close(to: &allMatched, matched: matched)
        markFilled()
        result.fences.append(fence)
        result.fences[result.fences.count - 1].isNested = !containers.isEmpty
        leaf = .fence
        return
      } else if first == .less, let kind = HTMLBlockKind(source.bytes[rest]),
        kind != .anyTag || !interrupts
      {
        close(to: &allMatched, matched: matched)
        markFilled()
        leaf = kind.lastsUntilMark && kind.ends(source.bytes[rest]) ? .none : .html(kind)
        return
      } else if interrupts, isUnderline(rest) {
        leaf = .none
        return
      } else if !(interrupts && !allMatched), isThematicBreak(rest) {
        close(to: &allMatched, matched: matched)
        markFilled()
        leaf = .none
        return
      } else if let item = listItem(&cursor, interrupts: interrupts) {
        close(to: &allMatched, matched: matched)
        guard push(item, at: rest) else { return }
      } else {
        break
      }
      interrupts = false
      isNew = true
    }

    let (offset, indent) = cursor.nonBlank
    let isBlank = offset == cursor.end
    if isParagraph, !isNew, !isBlank, allMatched || mayBeLazy {
      return append(cursor, line: line)
    }
    close(to: &allMatched, matched: matched)
    leaf = .none
    if isBlank { return }
    if indent >= 4 {
      markFilled()
      leaf = .indentedCode
    } else {
      startParagraph(cursor, line: line)
    }
  }

  /// Closes the containers that did not go on.
  private mutating func close(to allMatched: inout Bool, matched: Int) {
    if !allMatched { containers.removeSubrange(matched...) }
    allMatched = true
    leaf = .none
  }

  /// Opens a container; false where there are too many.
  private mutating func push(_ container: Container, at range: Range<Int>) -> Bool {
    markFilled()
    containers.append(container)
    if containers.count > Self.maximumDepth {
      result.tooDeep = range.lowerBound..<range.lowerBound + 1
      return false
    }
    return true
  }

  private mutating func addHeading(_ text: Range<Int>) {
    markFilled()
    let blanks = source.bytes[text].prefix(while: \.isBlank).count
    result.runs.append(
      TextRun(lines: [text.lowerBound + blanks..<text.upperBound], isHeading: true))
    leaf = .none
  }

  /// The number of `#` that make a heading.
  private func headingMark(_ rest: Range<Int>) -> Int? {
    let width = source.bytes[rest].prefix { $0 == .hash }.count
    guard (1...6).contains(width) else { return nil }
    let after = rest.lowerBound + width
    return after == rest.upperBound || source.bytes[after].isBlank ? width : nil
  }

  private func openingFence(_ rest: Range<Int>, indent: Int, line: Int) -> FenceLines? {
    let mark = source.bytes[rest.lowerBound]
    guard mark == .backtick || mark == .tilde else { return nil }
    let width = source.bytes[rest].prefix { $0 == mark }.count
    let info = rest.lowerBound + width..<rest.upperBound
    guard width >= 3, mark == .tilde || !source.bytes[info].contains(.backtick) else { return nil }
    return FenceLines(
      line: line, fence: rest.lowerBound..<info.lowerBound, info: info, indent: indent,
      isNested: false, endLine: line)
  }

  /// `===` or `---` under a paragraph.
  private func isUnderline(_ rest: Range<Int>) -> Bool {
    let mark = source.bytes[rest.lowerBound]
    guard mark == UInt8(ascii: "=") || mark == .dash else { return false }
    return source.bytes[rest].drop { $0 == mark }.isBlankLine
  }

  private func isThematicBreak(_ rest: Range<Int>) -> Bool {
    let mark = source.bytes[rest.lowerBound]
    guard mark == .dash || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else {
      return false
    }
    var count = 0
    for byte in source.bytes[rest] {
      if byte == mark { count += 1 } else if !byte.isBlank { return false }
    }
    return count >= 3
  }

  /// A list item's mark; moves past it.
  private func listItem(_ cursor: inout LineCursor, interrupts: Bool) -> Container? {
    let (offset, indent) = cursor.nonBlank
    var width = 1
    let first = source.bytes[offset]
    if first.isDigit {
      let digits = source.bytes[offset..<cursor.end].prefix(while: \.isDigit)
      guard digits.count <= 9, digits.endIndex < cursor.end,
        [UInt8(ascii: "."), UInt8(ascii: ")")].contains(source.bytes[digits.endIndex]),
        !interrupts || Int(String(decoding: digits, as: UTF8.self)) == 1
      else { return nil }
      width = digits.count + 1
    } else if ![.dash, UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      return nil
    }
    let after = offset + width
    guard after == cursor.end || source.bytes[after].isBlank else { return nil }
    let isEmpty = source.bytes[after..<cursor.end].isBlankLine
    if interrupts, isEmpty { return nil }

    cursor.move(to: after)
    let blanks = cursor.nonBlank.indent
    let padding = isEmpty || blanks >= 5 ? 1 : blanks
    cursor.skip(columns: padding)
    return .item(indent: indent + width + padding, isEmpty: isEmpty)
  }
}
