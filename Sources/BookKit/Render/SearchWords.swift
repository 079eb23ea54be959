/// Cuts text into what can be searched for: words in lower case, and for Chinese, Japanese and Korean,
/// which have no blanks between words, every two neighbouring characters.
/// `client/40-search.js` cuts what a reader types in the same way.
enum SearchWords {
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var run: [Unicode.Scalar] = []
    var isIdeographic = false
    func flush() {
      defer { run = [] }
      guard !run.isEmpty else { return }
      if !isIdeographic || run.count == 1 { return words.append(string(run[...])) }
      for start in run.indices.dropLast() { words.append(string(run[start...(start + 1)])) }
    }
    for scalar in text.lowercased().unicodeScalars {
      let ideographic = isIdeograph(scalar)
      guard ideographic || isWord(scalar) else {
        flush()
        continue
      }
      if ideographic != isIdeographic { flush() }
      isIdeographic = ideographic
      run.append(scalar)
    }
    flush()
    return words
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    // Asking Unicode takes most of the time of an index, and most letters are these.
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
    return switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// Kana, Han and Hangul, with the Han characters beyond the first plane.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
