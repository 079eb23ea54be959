import Results

extension PageRenderer {
  /// A table that an experiment made.
  func table(_ table: Table, of experiment: String, as exhibit: Exhibit) -> HTML {
    shown.insert("\(experiment).\(table.name)")
    let isNumber = table.columns.indices.map { column in
      table.rows.contains { row in
        if column < row.count, case .number = row[column] { true } else { false }
      }
    }
    let columns = table.columns.indices.map { ColumnText(table.rows, column: $0) }
    let head = table.columns.enumerated().map { column, name in
      HTML.tag(
        name.isEmpty ? "td" : "th",
        ["scope": name.isEmpty ? nil : "col", "class": isNumber[column] ? "number" : nil],
        HTML(NumberWords.set(name)))
    }.joined()
    let rows = table.rows.indices.map { row in
      HTML.tag(
        "tr", [:],
        columns.enumerated().map { column, text -> HTML in
          // A cell without words heads nothing.
          let isHead = column == 0 && !text.cells[row].isEmpty
          return .tag(
            isHead ? "th" : "td",
            ["scope": isHead ? "row" : nil, "class": isNumber[column] ? "number" : nil],
            text.cells[row])
        }.joined())
    }.joined("\n")
    let content = HTML.tag(
      "table", ["class": "result"],
      .tag("thead", [:], .tag("tr", [:], head)) + .tag("tbody", [:], rows))
    return .tag(
      "figure", ["class": "exhibit table", "id": exhibit.anchor],
      .tag(
        "figcaption", [:],
        caption(table.caption, exhibit, at: place(of: table.location, in: experiment)))
        + scrolling(
          content, label: "\(exhibit.label), \(plainCaption(table.caption))", wide: true,
          class: table.rows.count > mostRowsInView ? "scroll tall" : "scroll"))
  }
}

/// The cells of a column, the numbers padded so that their decimal points stand below each other.
struct ColumnText {
  let cells: [HTML]

  init(_ rows: [[Table.Cell]], column: Int) {
    let texts = rows.map { row in column < row.count ? Self.text(row[column]) : nil }
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

  /// Words of which a long one, such as a function's name with its labels, may break after a mark.
  private static func breaking(_ words: String) -> HTML {
    words.split(separator: " ", omittingEmptySubsequences: false).map { word -> HTML in
      guard word.count > 16 else { return HTML(word) }
      var pieces: [Substring] = []
      var rest = word[...]
      while let mark = rest.dropLast().firstIndex(where: { "(:./_".contains($0) }) {
        let end = rest.index(after: mark)
        pieces.append(rest[..<end])
        rest = rest[end...]
      }
      return (pieces + [rest]).map { HTML($0) }.joined("<wbr>")
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
