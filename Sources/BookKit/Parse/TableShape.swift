/// How a pipe table is told from a paragraph, and where a row's cells are.
enum TableShape {
  /// Whether lines are a table: a row, then a delimiter row.
  static func isTable(_ source: SourceText, _ lines: [Range<Int>]) -> Bool {
    lines.count >= 2 && alignments(source.bytes[lines[1]]) != nil
      && source.bytes[lines[0]].contains(.pipe)
  }

  /// The alignments that a delimiter row (`|:--|--:|`) asks for; nil where it is none.
  static func alignments(_ row: ArraySlice<UInt8>) -> [PipeTable.Alignment?]? {
    guard row.contains(.pipe) else { return nil }
    var result: [PipeTable.Alignment?] = []
    for cell in cells(row) {
      let text = row[cell]
      let leading = text.first == .colon
      let trailing = text.count > 1 && text.last == .colon
      let dashes = text.dropFirst(leading ? 1 : 0).dropLast(trailing ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == .dash }) else { return nil }
      result.append(
        leading && trailing ? .center : leading ? .leading : trailing ? .trailing : nil)
    }
    return result.isEmpty ? nil : result
  }

  /// The cells of a masked row, white space around them left out. A pipe in a code span or after a
  /// backslash is text.
  static func cells(_ row: ArraySlice<UInt8>) -> [Range<Int>] {
    var ends: [Int] = []
    var place = row.startIndex
    while place < row.endIndex {
      switch row[place] {
      case .backslash: place += 2
      case .backtick:
        let run = row[place...].prefix { $0 == .backtick }
        place = codeEnd(row, after: run) ?? run.endIndex
      case .pipe:
        ends.append(place)
        place += 1
      default: place += 1
      }
    }
    let bounds = [row.startIndex - 1] + ends + [row.endIndex]
    var cells = zip(bounds, bounds.dropFirst()).map { trim(row, $0 + 1..<$1) }
    if row.first == .pipe { cells.removeFirst() }
    // The pipe that ends a row begins no cell.
    if let last = ends.last, last > row.startIndex, row[(last + 1)...].isBlankLine {
      cells.removeLast()
    }
    return cells
  }

  private static func codeEnd(_ row: ArraySlice<UInt8>, after run: ArraySlice<UInt8>) -> Int? {
    var place = run.endIndex
    while place < row.endIndex {
      let next = row[place...].prefix { $0 == .backtick }
      if next.count == run.count { return next.endIndex }
      place += max(1, next.count)
    }
    return nil
  }

  private static func trim(_ row: ArraySlice<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, row[start].isBlank { start += 1 }
    while end > start, row[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
