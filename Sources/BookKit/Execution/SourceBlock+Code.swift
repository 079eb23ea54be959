import Foundation

extension SourceBlock {
  /// The lines with comments and string literals blanked; every character stays in its place.
  var codeLines: [Substring] {
    SwiftSource.codeOnly(code).lines
  }

  /// The place in the chapter of a part of `line`, the code line with this number.
  func place(of part: Substring, in line: Substring, number: Int) -> SourceSpan {
    let column = line.distance(from: line.startIndex, to: part.startIndex) + span.column
    let row = span.line + 1 + number
    return SourceSpan(line: row, column: column, endLine: row, endColumn: column + part.count)
  }
}

extension StringProtocol {
  /// The lines, without their ends. Comparing bytes is many times faster than comparing characters.
  var lines: [Substring] {
    Substring(self).utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  /// Whether one of these words is in the text, byte by byte: many times faster than `contains`, which
  /// compares characters.
  func mentions(oneOf words: [String]) -> Bool {
    var text = String(self)
    return text.withUTF8 { bytes in words.contains { bytes.holds(Array($0.utf8)) } }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    var rest = self[...]
    while let first = rest.firstIndex(of: word[0]) {
      rest = rest[first...]
      if rest.starts(with: word) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
