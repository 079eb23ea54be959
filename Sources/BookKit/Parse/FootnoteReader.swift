/// Finds footnotes in a chapter's blocks: `[^label]` in a text, and paragraphs that begin with
/// `[^label]:`. cmark knows neither and leaves both as words.
struct FootnoteReader {
  private(set) var mistakes: [Diagnostic] = []
  private let source: SourceText
  /// Where each note is and how often a text refers to it.
  private var notes: [String: (place: Range<Int>, uses: Int)] = [:]
  private var references: [(label: String, place: Range<Int>)] = []

  init(source: SourceText) { self.source = source }

  /// The notes that a paragraph consists of; nil for a paragraph of text.
  mutating func notes(in content: [Inline], at place: Range<Int>) -> [Block]? {
    guard Self.label(opening: content) != nil else { return nil }
    var blocks: [Block] = []
    var rest = content[...]
    while let label = Self.label(opening: Array(rest)) {
      let end =
        rest.indices.dropFirst().first { index in
          rest[index] == .softBreak && Self.label(opening: Array(rest[(index + 1)...])) != nil
        } ?? rest.endIndex
      var words = Array(rest[..<end])
      if case .text(let text) = words[0] {
        words[0] = .text(String(text.dropFirst(label.count + 4).drop { $0 == " " }))
      }
      words = references(in: words, at: place)
      let mark = range(of: "[^\(label)]:", in: place)
      if let first = notes[label] {
        report(
          "duplicate-footnote",
          "There are two footnotes “\(label)”; the first is on line "
            + "\(source.position(of: first.place.lowerBound).line).", at: mark,
          hint: "Give this one another name.")
      } else {
        notes[label] = (mark, 0)
      }
      blocks.append(.footnote(label: label, content: words, span: source.span(mark)))
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    return blocks
  }

  /// The content with its `[^label]` as references.
  mutating func references(in content: [Inline], at place: Range<Int>) -> [Inline] {
    var start = place.lowerBound
    return replaced(content, &start, place.upperBound)
  }

  private mutating func replaced(
    _ content: [Inline], _ start: inout Int, _ end: Int
  ) -> [Inline] {
    var result: [Inline] = []
    for inline in content {
      switch inline {
      case .emphasis(let inner): result.append(.emphasis(replaced(inner, &start, end)))
      case .strong(let inner): result.append(.strong(replaced(inner, &start, end)))
      case .link(_, _, let inner, let span) where Self.swallowedLabel(inner) != nil:
        result.append(.footnote(label: Self.swallowedLabel(inner)!, span: span))
      case .text(let text):
        // Looking first saves the expression, which is slow, for the texts that need it.
        guard text.contains("[^") else {
          result.append(inline)
          continue
        }
        var rest = text[...]
        while let match = rest.firstMatch(of: #/\[\^([A-Za-z0-9-]+)\]/#) {
          let before = rest[..<match.range.lowerBound]
          if !before.isEmpty { result.append(.text(String(before))) }
          let label = String(match.1)
          let mark = range(of: "[^\(label)]", in: start..<end)
          start = mark.upperBound
          references.append((label, mark))
          result.append(.footnote(label: label, span: source.span(mark)))
          rest = rest[match.range.upperBound...]
        }
        if !rest.isEmpty { result.append(.text(String(rest))) }
      default: result.append(inline)
      }
    }
    return result
  }

  /// Reports what refers to nothing and what nothing refers to.
  mutating func finish(_ runs: [TextRun]) {
    for run in runs {
      for line in run.lines
      where Self.isOneWord(source, line) && Self.colonOfSentence(source, line) == nil {
        report(
          "bad-footnote", "A footnote of one word or address is a link's definition in Markdown.",
          at: line, hint: "Write a sentence: [^1]: See <https://example.org/>.")
        if let label = source.text(line).firstMatch(of: #/\[\^([A-Za-z0-9-]+)\]/#) {
          notes[String(label.1)] = (line, 1)
        }
      }
    }
    for (label, place) in references {
      if notes[label] == nil {
        let near = NearestName.suggestions(for: label, among: notes.keys.sorted())
        report(
          "unknown-footnote", "There is no footnote “\(label)” in this chapter.", at: place,
          hint: near.isEmpty
            ? "Write one in a paragraph of its own: [^\(label)]: Its text."
            : "There is: \(near.joined(separator: ", ")).")
      }
      notes[label]?.uses += 1
    }
    for (label, note) in notes.sorted(by: { $0.value.place.lowerBound < $1.value.place.lowerBound })
    where note.uses == 0 {
      mistakes.append(
        source.warning(
          "unused-footnote", at: note.place, "Nothing refers to the footnote “\(label)”.",
          hint: "Write [^\(label)] where it belongs, or take it out."))
    }
  }

  /// Whether cmark takes a note for a link's definition, and so drops it from the text.
  private static func isOneWord(_ source: SourceText, _ line: Range<Int>) -> Bool {
    source.bytes[line].starts(with: Array("[^".utf8))
      && source.text(line).wholeMatch(of: #/\[\^[A-Za-z0-9-]+\]:\s*\S+\s*/#) != nil
  }

  /// Where the colon is of a note that is one word to cmark and a sentence to who reads Chinese.
  static func colonOfSentence(_ source: SourceText, _ line: Range<Int>) -> Int? {
    guard isOneWord(source, line), !source.text(line).contains("://"),
      let colon = source.bytes[line].firstIndex(of: UInt8(ascii: ":")),
      source.text(colon..<line.upperBound).contains(where: { $0.isLetter && !$0.isASCII })
    else { return nil }
    return colon
  }

  /// The label of a reference to such a note, which cmark has made a link.
  private static func swallowedLabel(_ content: [Inline]) -> String? {
    guard content.count == 1, case .text(let text) = content[0],
      let match = text.wholeMatch(of: #/\^([A-Za-z0-9-]+)/#)
    else { return nil }
    return String(match.1)
  }

  private static func label(opening content: [Inline]) -> String? {
    guard case .text(let text)? = content.first, text.hasPrefix("[^"),
      let match = text.prefixMatch(of: #/\[\^([A-Za-z0-9-]+)\][:\x0B]/#)
    else { return nil }
    return String(match.1)
  }

  private func range(of mark: String, in place: Range<Int>) -> Range<Int> {
    let found = source.bytes[place].firstRange(of: Array(mark.utf8))
    return found ?? place.lowerBound..<min(place.lowerBound + 1, place.upperBound)
  }

  private mutating func report(
    _ rule: String, _ message: String, at place: Range<Int>, hint: String
  ) {
    mistakes.append(source.error(rule, at: place, message, hint: hint))
  }
}
