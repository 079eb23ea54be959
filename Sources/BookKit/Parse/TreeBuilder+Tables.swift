extension TreeBuilder {
  /// The table that a paragraph's lines are, if they are one.
  mutating func table(_ run: TextRun) -> PipeTable? {
    guard !run.isHeading, run.lines.count >= 2 else { return nil }
    guard TableShape.isTable(source, run.lines),
      let alignments = TableShape.alignments(source.bytes[run.lines[1]])
    else {
      warnAboutLateTable(run)
      return nil
    }
    let head = cells(run.lines[0])
    if head.count != alignments.count {
      mistakes.append(
        source.error(
          "table-columns", at: run.lines[1],
          "The row of dashes makes \(Self.columns(alignments.count)), but the head above it has "
            + "\(Self.columns(head.count)).",
          hint: "Give every column of the head one |---|; a | that is text is written \\|."))
      return nil
    }
    var rows: [[[Inline]]] = []
    for line in run.lines.dropFirst(2) {
      let found = cells(line)
      if found.count > alignments.count {
        reportLongRow(found, in: line, columns: alignments.count)
      }
      let kept = found.prefix(alignments.count).map { cell($0) }
      rows.append(kept + Array(repeating: [], count: alignments.count - kept.count))
    }
    return PipeTable(
      alignments: alignments, head: head.map { cell($0) }, rows: rows,
      span: source.span(run.lines[0].lowerBound..<run.lines[run.lines.count - 1].upperBound))
  }

  private static func columns(_ count: Int) -> String {
    count == 1 ? "1 column" : "\(count) columns"
  }

  private func cells(_ row: Range<Int>) -> [Range<Int>] { TableShape.cells(mask.bytes[row]) }

  /// A cell's inlines, parsed by cmark on their own.
  private func cell(_ range: Range<Int>) -> [Inline] {
    if range.isEmpty { return [] }
    // A full stop in front keeps “# a” or “- a” from becoming a block, and changes no emphasis.
    let text = [UInt8(ascii: ".")] + mask.bytes[range] + definitions
    let tree = CmarkTree(text)
    guard let paragraph = tree.root.children.first else { return [] }
    if tree.firstNode(deeperThan: Self.maximumDepth) != nil { return [.text(source.text(range))] }
    var converter = InlineConverter(
      source: source, mask: mask, run: nil, node: paragraph, cell: range.lowerBound)
    var content = withExtendedLifetime(tree) { converter.convert(paragraph) }
    if case .text(let text) = content.first {
      content[0] = .text(String(text.dropFirst()))
      if text == "." { content.removeFirst() }
    }
    return content
  }

  private mutating func reportLongRow(
    _ cells: [Range<Int>], in line: Range<Int>, columns: Int
  ) {
    mistakes.append(
      source.error(
        "table-row-too-long", at: cells[columns].lowerBound..<line.upperBound,
        "This row has \(cells.count) cells, but the table has \(Self.columns(columns)).",
        hint:
          "Add a column to the head, or take the extra cells out; a | that is text is written \\|."
      ))
  }

  /// A row of dashes further down in a paragraph was meant to begin a table.
  private mutating func warnAboutLateTable(_ run: TextRun) {
    for (index, line) in run.lines.enumerated().dropFirst(2)
    where TableShape.alignments(source.bytes[line]) != nil
      && source.bytes[run.lines[index - 1]].contains(.pipe)
    {
      mistakes.append(
        source.warning(
          "table-needs-blank-line", at: run.lines[index - 1],
          "This looks like a table, but it stands inside a paragraph and is shown as text.",
          hint: "Put a blank line above its first row."))
      return
    }
  }
}
