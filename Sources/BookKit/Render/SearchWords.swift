/// Cuts text into what can be searched for: words in lower case, and for Chinese, Japanese and Korean,
/// which have no blanks between words, every two neighbouring characters.
/// `client/40-search.js` cuts what a reader types in the same way.
enum SearchWords {
  static func words(of text: String) -> [String] {
    let text = text.lowercased()
    let scalars = text.unicodeScalars
    var words: [String] = []
    // Where the run of letters at work began; for ideographs, where each of them is.
    var start: String.Index?
    var ideographs: [String.Index] = []
    func flush(before end: String.Index) {
      if let begin = start { words.append(String(scalars[begin..<end])) }
      start = nil
      for (n, begin) in ideographs.enumerated() where n + 1 < ideographs.count || n == 0 {
        let next = n + 2 < ideographs.count ? ideographs[n + 2] : end
        words.append(String(scalars[begin..<next]))
      }
      ideographs = []
    }
    for place in scalars.indices {
      let scalar = scalars[place]
      if isIdeograph(scalar) {
        if start != nil { flush(before: place) }
        ideographs.append(place)
      } else if isWord(scalar) {
        if !ideographs.isEmpty { flush(before: place) }
        start = start ?? place
      } else {
        flush(before: place)
      }
    }
    flush(before: text.endIndex)
    return words
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
