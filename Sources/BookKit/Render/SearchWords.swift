/// Cuts text into what can be searched for: words in lower case, and for Chinese, Japanese and Korean,
/// which have no blanks between words, every two neighbouring characters.
/// `client/40-search.js` cuts what a reader types in the same way.
enum SearchWords {
  static func words(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var words: [String] = []
      // Where the run of letters at work began; for ideographs, where each of them is.
      var start: Int?
      var ideographs: [Int] = []
      func word(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).lowercased()
      }
      func flush(before end: Int) {
        if let begin = start { words.append(word(begin..<end)) }
        start = nil
        guard !ideographs.isEmpty else { return }
        for (n, begin) in ideographs.enumerated() where n + 1 < ideographs.count || n == 0 {
          words.append(word(begin..<(n + 2 < ideographs.count ? ideographs[n + 2] : end)))
        }
        ideographs = []
      }
      var place = 0
      while place < bytes.count {
        let (scalar, length) = Self.scalar(bytes, at: place)
        if isIdeograph(scalar) {
          if start != nil { flush(before: place) }
          ideographs.append(place)
        } else if isWord(scalar) {
          if !ideographs.isEmpty { flush(before: place) }
          start = start ?? place
        } else {
          flush(before: place)
        }
        place += length
      }
      flush(before: bytes.count)
      return words
    }
  }

  /// The character at a place and its length in bytes. Strings hold only valid UTF-8.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (Unicode.Scalar, length: Int) {
    let lead = bytes[place]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in bytes[(place + 1)..<(place + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    // Asking Unicode takes most of the time of an index, and most letters are these.
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
    }
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
