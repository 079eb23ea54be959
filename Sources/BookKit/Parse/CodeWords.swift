/// Code without texts and comments, cut at its blanks. What stands in brackets belongs to its word.
enum CodeWords {
  /// The words of one argument of a call, whose code begins after the opening parenthesis.
  static func ofArgument(_ number: Int, in code: some StringProtocol) -> [String] {
    var depth = 0
    var argument = 0
    var words = [""]
    for character in code {
      if depth == 0 {
        if character == "," { argument += 1 }
        if character == ")" || argument > number { break }
        if argument < number || character == "," {
          if "([{".contains(character) { depth += 1 }
          continue
        }
        if character.isWhitespace {
          words.append("")
          continue
        }
      }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if argument == number { words[words.count - 1].append(character) }
    }
    return words.filter { !$0.isEmpty }
  }

  /// What is in the parentheses around all of a word; nil where there are none.
  static func inParentheses(_ word: String) -> [String]? {
    guard word.first == "(", word.last == ")" else { return nil }
    let inner = word.dropFirst().dropLast()
    var depth = 0
    for character in inner {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if depth < 0 { return nil }
    }
    return ofArgument(0, in: inner)
  }

  /// A word without what it has in brackets: `runs.accuracy` for `runs[0].accuracy(1)`.
  static func withoutBrackets(_ word: some StringProtocol) -> String {
    var depth = 0
    return String(
      word.filter { character in
        if "([{".contains(character) { depth += 1 }
        defer { if ")]}".contains(character) { depth -= 1 } }
        return depth == 0
      })
  }
}
