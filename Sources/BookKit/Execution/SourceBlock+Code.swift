extension SourceBlock {
  /// The lines with comments and string literals blanked; every character stays in its place.
  var codeLines: [Substring] {
    SwiftSource.codeOnly(lines.joined(separator: "\n"))
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The place in the chapter of a part of `line`, the code line with this number.
  func place(of part: Substring, in line: Substring, number: Int) -> SourceSpan {
    let column = line.distance(from: line.startIndex, to: part.startIndex) + span.column
    let row = span.line + 1 + number
    return SourceSpan(line: row, column: column, endLine: row, endColumn: column + part.count)
  }
}
