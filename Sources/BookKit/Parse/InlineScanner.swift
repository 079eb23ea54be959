/// Finds the formulas and values in a run of text lines; knows escapes, code spans, comments and autolinks.
struct InlineScanner {
  enum Kind: Equatable {
    case formula(display: Bool)
    case value(ValueSyntax)
  }
  struct Construct: Equatable {
    var kind: Kind
    /// Its bytes in the file, line by line.
    var pieces: [Range<Int>]
  }

  private(set) var constructs: [Construct] = []
  /// The first `$$` that nothing closes.
  private(set) var openFormula: Range<Int>?
  /// The `$$$$` that hold nothing.
  private(set) var emptyFormulas: [Range<Int>] = []
  /// The backslashes that force a line end.
  private(set) var hardBreaks: [Int] = []
  /// What looks like a value and is none, with what was probably meant.
  private(set) var doubtful: [(range: Range<Int>, repaired: String?)] = []

  /// The lines joined by LF, and where each byte is in the file.
  private var text: [UInt8] = []
  private var origins: [Int] = []
  private var place = 0
  /// Lengths of backtick runs that are known not to come again.
  private var lonelyRuns: [Int] = []
  /// Whether backticks were found that nothing closes, so far.
  var hasLonelyBackticks: Bool { !lonelyRuns.isEmpty }

  init(source: SourceText, lines: [Range<Int>]) {
    for line in lines {
      if !text.isEmpty || !origins.isEmpty {
        text.append(.lineFeed)
        origins.append(line.lowerBound)
      }
      text += source.bytes[line]
      origins += line
    }
    while place < text.count { step() }
  }

  private mutating func step() {
    switch text[place] {
    case .backslash where byte(place + 1) == .lineFeed:
      hardBreaks.append(origins[place])
      place += 1
    case .backslash: place += byte(place + 1)?.isPunctuation == true ? 2 : 1
    case .backtick: place = codeSpanEnd(at: place) ?? place + backticks(at: place)
    case .less: place = markupEnd() ?? place + 1
    case .dollar where byte(place + 1) == .dollar: readDisplayFormula()
    case .dollar: readFormula()
    case .openBrace where byte(place + 1) == .openBrace: readValue()
    default: place += 1
    }
  }

  private func byte(_ index: Int) -> UInt8? { index < text.count ? text[index] : nil }

  private mutating func add(_ kind: Kind, to end: Int) {
    var pieces: [Range<Int>] = []
    var start = place
    for index in place...end where index == end || text[index] == .lineFeed {
      if start < index { pieces.append(origins[start]..<origins[index - 1] + 1) }
      start = index + 1
    }
    constructs.append(Construct(kind: kind, pieces: pieces))
    place = end
  }

  private func origin(_ range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound]..<origins[range.upperBound - 1] + 1
  }
}

// MARK: - Formulas

extension InlineScanner {
  private mutating func readDisplayFormula() {
    var index = place + 2
    while index < text.count {
      if text[index] == .backslash {
        index += 2
      } else if text[index] == .dollar, byte(index + 1) == .dollar {
        if text[(place + 2)..<index].isBlankLine {
          emptyFormulas.append(origin(place..<index + 2))
          place = index + 2
        } else {
          add(.formula(display: true), to: index + 2)
        }
        return
      } else {
        index += 1
      }
    }
    openFormula = openFormula ?? origin(place..<place + 2)
    place += 2
  }

  /// Pandoc's rule, so that “$5 and $10” is text: no white space inside the dollars, no digit after.
  private mutating func readFormula() {
    var index = place + 1
    var lineEnds = 0
    guard let first = byte(index), !first.isWhitespace else { return place += 1 }
    search: while index < text.count {
      switch text[index] {
      case .backslash: index += 2
      case .dollar:
        if text[index - 1].isWhitespace || byte(index + 1)?.isDigit == true { break search }
        return add(.formula(display: false), to: index + 1)
      case .lineFeed:
        lineEnds += 1
        if lineEnds > 1 { break search }
        index += 1
      case .backtick:
        // Code binds tighter: “costs $5, `x$`” holds no formula.
        if codeSpanEnd(at: index) != nil { break search }
        index += backticks(at: index)
      default: index += 1
      }
    }
    place += 1
  }
}

// MARK: - Values

extension InlineScanner {
  private mutating func readValue() {
    var end = place + 2
    while let byte = byte(end), ![.lineFeed, .openBrace, .closeBrace].contains(byte) { end += 1 }
    let inner = text[(place + 2)..<end]
    guard byte(end) == .closeBrace, byte(end + 1) == .closeBrace else {
      // A value that was broken over two lines, or lacks a brace, would be printed as it is.
      if byte(end) != .openBrace, ValueSyntax(inner) != nil {
        doubtful.append((origin(place..<end), nil))
      }
      return place += 1
    }
    if let value = ValueSyntax(inner) { return add(.value(value), to: end + 2) }
    if let repaired = ValueSyntax.repaired(inner) {
      doubtful.append((origin(place..<end + 2), repaired))
    }
    place += 1
  }
}

// MARK: - Code and markup

extension InlineScanner {
  private func backticks(at start: Int) -> Int {
    text[start...].prefix { $0 == .backtick }.count
  }

  /// The end of the code span that begins with the backticks here, if there is one.
  private mutating func codeSpanEnd(at start: Int) -> Int? {
    let width = backticks(at: start)
    if lonelyRuns.contains(width) { return nil }
    var index = start + width
    while index < text.count {
      let run = backticks(at: index)
      if run == width { return index + run }
      index += max(1, run)
    }
    lonelyRuns.append(width)
    return nil
  }

  /// The end of a comment or autolink that begins here.
  private func markupEnd() -> Int? {
    let rest = text[place...]
    if rest.starts(with: Array("<!--".utf8)) {
      var index = place + 4
      while index + 2 < text.count {
        if text[index...].starts(with: [.dash, .dash, .greater]) { return index + 3 }
        index += 1
      }
      return nil
    }
    let scheme = rest.dropFirst().prefix { $0.isLetter || $0.isDigit }
    guard scheme.count >= 2, byte(scheme.endIndex) == .colon else { return nil }
    let address = text[scheme.endIndex...].prefix { $0 > .space && $0 != .less && $0 != .greater }
    return byte(address.endIndex) == .greater ? address.endIndex + 1 : nil
  }
}
