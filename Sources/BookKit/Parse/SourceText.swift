/// The text of one file as bytes, its lines ended by LF. Every offset of the parser is an offset into it.
struct SourceText {
  let path: String
  let bytes: [UInt8]
  /// The offset of each line's first byte.
  let lineStarts: [Int]
  /// Whether a line is ASCII, so that its columns need no counting of characters.
  private let isPlainLine: [Bool]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == .lineFeed && offset + 1 < bytes.count {
      starts.append(offset + 1)
    }
    lineStarts = starts
    var ends = starts.dropFirst().map { $0 }
    ends.append(bytes.count)
    isPlainLine = zip(starts, ends).map { start, end in
      bytes[start..<end].allSatisfy { $0 < 0x80 }
    }
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line, counted from 0, without its line end.
  func line(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    if end > start, bytes[end - 1] == .lineFeed { end -= 1 }
    return start..<end
  }

  /// The line, counted from 0, that a byte lies on.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The text of some bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The line and column, both from 1, of a byte; the column counts characters.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let index = lineIndex(of: offset)
    if isPlainLine[index] { return (index + 1, offset - lineStarts[index] + 1) }
    return (index + 1, text(lineStarts[index]..<offset).count + 1)
  }

  /// Where some bytes stand.
  func span(_ range: Range<Int>) -> SourceSpan {
    let start = position(of: range.lowerBound)
    let end = position(of: range.upperBound)
    return SourceSpan(
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  /// A mistake in this file that fails the build.
  func error(
    _ rule: String, at range: Range<Int>, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, rule: rule, message, hint: hint, path: path, span: span(range))
  }

  /// A mistake in this file that does not.
  func warning(
    _ rule: String, at range: Range<Int>, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, rule: rule, message, hint: hint, path: path, span: span(range))
  }
}
