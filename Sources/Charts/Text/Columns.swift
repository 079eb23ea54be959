/// Text in columns of one character each.
enum Columns {
  /// The text, cut with … where it has more than `width` characters, on one line.
  static func cut(_ text: String, to width: Int) -> String {
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    guard line.count > width else { return line }
    return width > 0 ? line.prefix(width - 1) + "…" : ""
  }

  /// The text with spaces before it up to `width` characters.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The text with spaces after it up to `width` characters.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Phrases side by side, as many a line as fit.
  static func flow(_ phrases: [String], width: Int) -> [String] {
    phrases.reduce(into: []) { lines, phrase in
      let phrase = cut(phrase, to: width)
      if let last = lines.last, last.count + 3 + phrase.count <= width {
        lines[lines.count - 1] = "\(last)   \(phrase)"
      } else {
        lines.append(phrase)
      }
    }
  }

  /// Blocks of lines side by side, each so many characters wide, with room between.
  static func beside(_ blocks: [[String]], width: Int) -> [String] {
    let height = blocks.map(\.count).max() ?? 0
    return (0..<height).map { row in
      blocks.map {
        $0.indices.contains(row) ? left(cut($0[row], to: width), width) : left("", width)
      }
      .joined(separator: "   ")
    }
  }

  /// The lines as a text: none wider than `width`, without spaces at their ends.
  static func page(_ lines: [String], width: Int) -> String {
    lines.map { line in
      var line = cut(line, to: width)
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
