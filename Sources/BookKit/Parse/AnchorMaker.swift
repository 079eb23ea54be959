/// Makes the ids of headings, as GitHub does.
struct AnchorMaker {
  private var used: Set<String> = []

  /// Lowercase words joined by hyphens, made unique by -1, -2, …
  mutating func anchor(for text: String) -> String {
    var words = ""
    for scalar in text.lowercased().trimmedSpaces.unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" {
        words.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.isWord {
        words.unicodeScalars.append(scalar)
      }
    }
    let base = words.isEmpty ? "section" : words
    var anchor = base
    var number = 0
    while !used.insert(anchor).inserted {
      number += 1
      anchor = "\(base)-\(number)"
    }
    return anchor
  }
}

extension Unicode.Scalar {
  /// Letters, marks and digits of any script.
  fileprivate var isWord: Bool {
    if properties.isAlphabetic { return true }
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherLetter, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}

extension String {
  fileprivate var trimmedSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
