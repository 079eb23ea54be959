import Results

/// The cells of a column, the numbers padded so that their decimal points stand below each other.
struct ColumnText {
  let cells: [HTML]
  /// Whether the cells stand at the right: some are numbers, or all are numbers in words: `17.9 µs`.
  let isOfNumbers: Bool

  init(_ rows: [[Table.Cell]], column: Int) {
    let texts = rows.map { row in column < row.count ? Self.text(row[column]) : nil }
    let words = rows.compactMap { row -> String? in
      if column < row.count, case .text(let words) = row[column] { words } else { nil }
    }
    isOfNumbers =
      texts.contains { $0 != nil } || column > 0 && WrittenNumber.fill(words)
    let deepest = texts.compactMap { $0?.decimals }.max() ?? 0
    cells = zip(rows, texts).map { row, text in
      guard let text else {
        if column < row.count, case .text(let words) = row[column] {
          return Self.breaking(NumberWords.set(words))
        }
        return HTML()
      }
      let missing = text.decimals.map { deepest - $0 } ?? 0
      // A figure space is as wide as a digit, a punctuation space as the point.
      let point = text.decimals == 0 && deepest > 0 ? "\u{2008}" : ""
      return text.html + HTML(point + String(repeating: "\u{2007}", count: missing))
    }
  }

  /// Words of which a long one, such as a function's name with its labels, may break after a mark
  /// and before a capital.
  private static func breaking(_ words: String) -> HTML {
    words.split(separator: " ", omittingEmptySubsequences: false).map { word -> HTML in
      guard word.count > 16 else { return HTML(word) }
      var pieces: [String] = [""]
      var previous: Character?
      for letter in word {
        let isEnd = previous.map { "(:./_".contains($0) || $0.isLowercase && letter.isUppercase }
        if isEnd == true { pieces.append("") }
        pieces[pieces.count - 1].append(letter)
        previous = letter
      }
      return pieces.map { HTML($0) }.joined("<wbr>")
    }.joined(" ")
  }

  private struct NumberCell {
    var html: HTML
    /// Digits after the last point; nil for a number with an exponent.
    var decimals: Int?
  }

  private static func text(_ cell: Table.Cell) -> NumberCell? {
    guard case .number(let samples, let unit, let decimals) = cell else { return nil }
    let text = NumberText(samples, unit: unit, decimals: decimals)
    let last = text.pieces.last { if case .number = $0 { true } else { false } }
    guard case .number(let digits)? = last, !digits.contains("e") else {
      return NumberCell(html: text.html, decimals: nil)
    }
    let point = digits.firstIndex(of: ".")
    let places = point.map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    return NumberCell(html: text.html, decimals: places)
  }
}
