/// A chapter's bytes with formulas and values taken out. What stands for them has the same number of
/// bytes on the same lines and is plain letters to cmark, so its columns are the source's.
struct Mask {
  enum Content: Equatable {
    case formula(Formula)
    case value(ValueReference)
  }
  struct Placeholder: Equatable {
    var content: Content
    /// The bytes it stands for, line by line. The mark is in the first; the others are filler.
    var pieces: [Range<Int>]
  }

  let source: SourceText
  private(set) var bytes: [UInt8]
  private(set) var mistakes: [Diagnostic] = []
  /// Marked by a private-use character, which needs three bytes.
  private(set) var long: [Placeholder] = []
  /// Marked by two control characters: a `$$` alone on its line.
  private(set) var short: [Placeholder] = []

  static let filler = UInt8(ascii: "x")
  /// Stands for a backslash at the end of a line.
  static let hardBreak: UInt8 = 0x7F
  /// Stands for the colon of a note in a language without spaces, which cmark takes for the
  /// definition of a link.
  static let noteColon: UInt8 = 0x0B
  static let controls: [UInt8] = Array(0x01...0x08) + Array(0x0E...0x1F)
  static let maximumLong = 0xF8FF - 0xE000 + 1
  static let maximumShort = controls.count * controls.count

  /// Masks the text runs of a file whose first bytes, the front matter, are blanked.
  init(source: SourceText, bodyStart: Int, runs: [TextRun]) {
    self.source = source
    bytes = source.bytes
    for offset in 0..<bodyStart where bytes[offset] != .lineFeed { bytes[offset] = .space }
    for run in runs {
      for line in run.lines {
        if let colon = FootnoteReader.colonOfSentence(source, line) {
          bytes[colon] = Self.noteColon
        }
      }
      if TableShape.isTable(source, run.lines) {
        for line in run.lines { mask([line]) }
      } else {
        mask(run.lines)
      }
    }
  }

  private mutating func mask(_ lines: [Range<Int>]) {
    let found = InlineScanner(source: source, lines: lines)
    var next = 0
    for construct in found.constructs {
      let first = construct.pieces[0].lowerBound
      while next < lines.count, lines[next].lowerBound <= first { next += 1 }
      let line = next > 0 ? lines[next - 1] : nil
      // Without its backticks, a line of text that begins with three of them would become a fence.
      if let line, source.bytes[line].starts(with: [.backtick, .backtick, .backtick]) { continue }
      mask(construct)
    }
    // cmark loses count of the lines after a backslash that forces a line end, so it sees a soft one.
    for place in found.hardBreaks { bytes[place] = Self.hardBreak }
    report(found)
  }

  private mutating func mask(_ construct: InlineScanner.Construct) {
    let first = construct.pieces[0]
    let placeholder = Placeholder(content: content(of: construct), pieces: construct.pieces)
    let mark: [UInt8]
    if first.count >= 3 {
      guard long.count < Self.maximumLong else { return reportTooMany(first) }
      mark = Array(String(Unicode.Scalar(0xE000 + UInt32(long.count))!).utf8)
      long.append(placeholder)
    } else {
      guard short.count < Self.maximumShort else { return reportTooMany(first) }
      let (high, low) = short.count.quotientAndRemainder(dividingBy: Self.controls.count)
      mark = [Self.controls[high], Self.controls[low]]
      short.append(placeholder)
    }
    for piece in construct.pieces {
      for offset in piece { bytes[offset] = Self.filler }
    }
    bytes.replaceSubrange(first.lowerBound..<first.lowerBound + mark.count, with: mark)
  }

  private func content(of construct: InlineScanner.Construct) -> Content {
    switch construct.kind {
    case .value(let value): .value(reference(value, at: construct.pieces[0]))
    case .formula(let display): .formula(formula(construct.pieces, display: display))
    }
  }

  private func reference(_ value: ValueSyntax, at range: Range<Int>) -> ValueReference {
    ValueReference(
      experiment: value.experiment, name: value.name, format: value.format,
      source: source.text(range), span: source.span(range))
  }

  private func formula(_ pieces: [Range<Int>], display: Bool) -> Formula {
    let dollars = display ? 2 : 1
    var values: [ValueReference] = []
    var lines: [String] = []
    for (index, piece) in pieces.enumerated() {
      for construct in InlineScanner.values(in: source, piece) {
        if case .value(let value) = construct.kind {
          values.append(reference(value, at: construct.pieces[0]))
        }
      }
      let start = piece.lowerBound + (index == 0 ? dollars : 0)
      let end = piece.upperBound - (index == pieces.count - 1 ? dollars : 0)
      // What precedes a further line (a list's indentation, a quote's mark) becomes blanks, which TeX
      // ignores: a column of the formula is a column of the file.
      let column = index == 0 ? 0 : source.position(of: start).column - 1
      lines.append(String(repeating: " ", count: column) + source.text(start..<max(start, end)))
    }
    var tex = lines.joined(separator: "\n")
    let label = display ? Self.takeLabel(from: &tex) : nil
    return Formula(
      tex: tex, display: display, label: label, values: values,
      span: source.span(pieces[0].lowerBound..<pieces[pieces.count - 1].upperBound))
  }
}

extension Mask {
  /// Takes `\label{…}` out of a formula, leaving blanks so that columns stay; KaTeX has no labels.
  private static func takeLabel(from tex: inout String) -> String? {
    guard tex.contains("\\label"), let match = tex.firstMatch(of: #/\\label\{([^{}\n]*)\}/#) else {
      return nil
    }
    let label = String(match.1)
    tex.replaceSubrange(match.range, with: String(repeating: " ", count: match.0.count))
    return label
  }
}

// MARK: - Mistakes

extension Mask {
  private mutating func report(_ found: InlineScanner) {
    if let place = found.openFormula {
      mistakes.append(
        source.error(
          "unclosed-math", at: place, "A formula begins here with $$ and is never closed.",
          hint:
            "End it with $$ before the next blank line; for dollar signs in the text, write \\$\\$."
        ))
    }
    // More of the same in one paragraph would only bury other mistakes.
    for place in found.emptyFormulas.prefix(10) {
      mistakes.append(
        source.error(
          "empty-math", at: place, "There is no formula between these dollar signs.",
          hint: "For dollar signs in the text, write \\$."))
    }
    for (range, repaired) in found.doubtful.prefix(100) {
      mistakes.append(
        source.warning(
          "not-a-value", at: range,
          repaired == nil
            ? "This looks like a value, but it has no }} on its line, so it is shown as it stands."
            : "This looks like a value but is none, so it is shown as it stands.",
          hint: repaired.map {
            "Did you mean \($0)? Names are lowercase letters, digits and hyphens."
          } ?? "Write a value on one line: {{experiment.name format}}."))
    }
  }

  private mutating func reportTooMany(_ place: Range<Int>) {
    guard !mistakes.contains(where: { $0.rule == "too-many-formulas" }) else { return }
    mistakes.append(
      source.error(
        "too-many-formulas", at: place,
        "The chapter holds more formulas and values than one page can.",
        hint: "Split it: a chapter holds up to \(Self.maximumLong) formulas and values, and up to "
          + "\(Self.maximumShort) formulas that begin with $$ alone on a line."))
  }
}

extension InlineScanner {
  /// The values in a formula's line.
  static func values(in source: SourceText, _ line: Range<Int>) -> [Construct] {
    var found: [Construct] = []
    var place = line.lowerBound
    while place + 1 < line.upperBound {
      let rest = place + 2..<line.upperBound
      if source.bytes[place] == .openBrace, source.bytes[place + 1] == .openBrace,
        let end = source.bytes[rest].firstIndex(where: { $0 == .openBrace || $0 == .closeBrace }),
        end + 1 < line.upperBound, source.bytes[end] == .closeBrace,
        source.bytes[end + 1] == .closeBrace,
        let value = ValueSyntax(source.bytes[rest.lowerBound..<end])
      {
        found.append(Construct(kind: .value(value), pieces: [place..<end + 2]))
        place = end + 2
      } else {
        place += 1
      }
    }
    return found
  }
}
