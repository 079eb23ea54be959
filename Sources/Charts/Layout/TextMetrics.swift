/// How wide text is, estimated from its letters: nobody measures fonts at build time. On the wide
/// side for a proportional sans face.
enum TextMetrics {
  /// The height of figure text in pixels.
  static let fontSize = 12.0

  /// The estimated advance width of a text in pixels.
  static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + emWidth($1) } * fontSize
  }

  /// The text, cut with … where it is wider than `limit` pixels.
  static func cut(_ text: String, to limit: Double) -> String {
    if width(text) <= limit { return text }
    var kept = text
    while !kept.isEmpty && width(kept + "…") > limit { kept.removeLast() }
    return kept + "…"
  }

  /// The text in at most `lines` lines of `limit` pixels, broken at spaces where possible, but not
  /// within `β = 0.9`; a word that is wider than a line goes on in the next.
  static func wrap(_ text: String, to limit: Double, lines: Int) -> [String] {
    var rows: [String] = []
    let text = text.replacing(" = ", with: "\u{A0}=\u{A0}")
    for word in text.split(separator: " ") {
      var rest = String(word)
      if let last = rows.last {
        let longer = "\(last) \(rest)"
        if width(longer) <= limit || rows.count == lines {
          rows[rows.count - 1] = longer
          continue
        }
      }
      while width(rest) > limit && rows.count + 1 < lines {
        let (start, end) = split(rest, at: limit)
        guard !start.isEmpty else { break }
        rows.append(start)
        rest = end
      }
      rows.append(rest)
    }
    return rows.map { cut($0, to: limit) }
  }

  /// As many letters as have room, and the others. Words of Latin letters get a hyphen.
  private static func split(_ word: String, at limit: Double) -> (start: String, end: String) {
    var start = word
    func hyphenated(_ part: String) -> String {
      part.last.map { $0.isASCII && $0.isLetter } == true ? part + "-" : part
    }
    while !start.isEmpty && width(hyphenated(start)) > limit { start.removeLast() }
    return (hyphenated(start), String(word.dropFirst(start.count)))
  }

  private static func emWidth(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ", "\u{A0}", "(", ")", "[", "]":
      0.33
    case "f", "r", "t", "-", "/": 0.42
    case "m", "w", "M", "W", "%", "@", "…", "→", "←", "↑", "↓": 0.95
    case "A"..."Z", "+", "=", "<", ">", "\u{2212}": 0.7
    case "\u{0300}"..."\u{036F}": 0
    case "\u{2E80}"...: 1
    default: 0.6
    }
  }
}
