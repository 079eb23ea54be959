/// A quotation that is a word to the reader: it begins with a short bold sentence
/// (`> **Predict.** …`), or with GitHub's mark (`> [!NOTE]`).
struct Admonition {
  /// What its look goes by.
  enum Kind: String {
    case note, predict, attempt, warning, article
  }

  var kind: Kind
  /// What stands above it; nil where the text itself begins with it.
  var title: String?
  var blocks: [Block]

  /// Nil for a quotation of somebody's words.
  init?(_ quoted: [Block]) {
    guard case .paragraph(let content, let span)? = quoted.first else { return nil }
    if case .strong(let words)? = content.first, let kind = Kind(opening: words.plainText) {
      self.init(kind: kind, title: nil, blocks: quoted)
    } else if case .text(let mark)? = content.first, let (kind, title) = Kind.marked(mark) {
      var rest = Array(content.dropFirst())
      if rest.first == .softBreak { rest.removeFirst() }
      let paragraph: [Block] = rest.isEmpty ? [] : [.paragraph(content: rest, span: span)]
      self.init(kind: kind, title: title, blocks: paragraph + quoted.dropFirst())
    } else {
      return nil
    }
  }

  private init(kind: Kind, title: String?, blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}

extension Admonition.Kind {
  /// What bold words at the beginning announce; nil where they are no short sentence.
  init?(opening words: String) {
    guard words.count <= 40, let last = words.last, ".:!?".contains(last) else { return nil }
    let text = words.lowercased()
    if text.hasPrefix("predict") {
      self = .predict
    } else if text.hasPrefix("try") {
      self = .attempt
    } else if ["warning", "careful", "caution"].contains(where: text.hasPrefix) {
      self = .warning
    } else if text.hasPrefix("where the article") {
      self = .article
    } else {
      self = .note
    }
  }

  /// The opening that was probably meant: one letter is wrong, missing or too many, or two changed
  /// places. Only of words with a look of their own; all others are notes.
  static func misspelt(_ words: String) -> String? {
    let text = words.lowercased().filter { !".:!?".contains($0) }
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    func isNear(_ word: String, _ known: String) -> Bool {
      let distance = NearestName.distance(word, known)
      return distance == 1 || distance == 2 && word.sorted() == known.sorted()
    }
    for known in ["Predict", "Warning", "Careful", "Caution"]
    where isNear(first, known.lowercased()) { return known }
    return isNear(text, "try it") ? "Try it" : nil
  }

  /// GitHub's five marks.
  static func marked(_ text: String) -> (kind: Self, title: String)? {
    switch text.uppercased() {
    case "[!NOTE]": (.note, "Note")
    case "[!IMPORTANT]": (.note, "Important")
    case "[!TIP]": (.attempt, "Tip")
    case "[!WARNING]": (.warning, "Warning")
    case "[!CAUTION]": (.warning, "Caution")
    default: nil
    }
  }
}

extension PageRenderer {
  /// Reports what begins as GitHub's mark and is none, so that it would be shown as it stands.
  private func checkMark(_ quoted: [Block]) {
    guard case .paragraph(let content, var span)? = quoted.first,
      case .text(let words)? = content.first, words.hasPrefix("[!"),
      let end = words.firstIndex(of: "]")
    else { return }
    let mark = String(words[...end])
    (span.endLine, span.endColumn) = (span.line, span.column + mark.count)
    let isKnown = Admonition.Kind.marked(mark) != nil
    report(
      "unknown-admonition",
      isKnown ? "“\(mark)” stands before other words." : "“\(mark)” marks nothing.",
      hint: isKnown
        ? "Begin the words on the next line."
        : "Marks are [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION].",
      at: span, severity: .warning)
  }

  /// Reports a note whose bold words are nearly those of another kind.
  private func checkOpening(_ admonition: Admonition) {
    guard admonition.kind == .note, admonition.title == nil,
      case .paragraph(let content, var span)? = admonition.blocks.first,
      case .strong(let words)? = content.first,
      let meant = Admonition.Kind.misspelt(words.plainText)
    else { return }
    let text = words.plainText
    (span.endLine, span.endColumn) = (span.line, span.column + text.count + 4)
    report(
      "unknown-admonition", "“\(text)” makes this a note.",
      hint: "Did you mean “\(meant)\(text.suffix(1))”?", at: span, severity: .warning)
  }

  func quote(_ inner: [Block]) throws -> HTML {
    guard let admonition = Admonition(inner) else {
      checkMark(inner)
      return .tag("blockquote", [:], try blocks(inner))
    }
    checkOpening(admonition)
    let title = admonition.title.map { HTML.tag("p", ["class": "admonition-title"], HTML($0)) }
    return .tag(
      "div", ["class": "admonition \(admonition.kind.rawValue)", "role": "note"],
      [title, try blocks(admonition.blocks)].compactMap { $0 }.joined("\n"))
  }

  /// A paragraph of text. One that begins with “*Where the article is wrong.*” is set apart.
  func paragraph(_ content: [Inline], at span: SourceSpan) throws -> HTML {
    let words = try inlines(content, in: InlineContext(span: span))
    if case .emphasis(let opening)? = content.first,
      Admonition.Kind(opening: opening.plainText) == .article
    {
      return .tag("div", ["class": "admonition article", "role": "note"], .tag("p", [:], words))
    }
    return .tag("p", ["dir": direction(of: content)], words)
  }

  /// `rtl` for a text that begins in a script that runs from right to left; nil for any other.
  func direction(of content: [Inline]) -> String? {
    let first = content.plainText.unicodeScalars.first { $0.properties.isAlphabetic }
    guard let first else { return nil }
    switch first.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return "rtl"
    default: return nil
    }
  }
}
