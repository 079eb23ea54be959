/// Code that is read as words: no line of it ends within a name such as `--dry-run`. One that is longer
/// than a line of a phone may break.
enum UnbrokenWords {
  static func set(_ code: some StringProtocol) -> HTML {
    guard code.contains("-") else { return HTML(String(code)) }
    return code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { word in
        isName(word)
          ? .tag("span", ["class": "unbroken"], HTML(String(word))) : HTML(String(word))
      }.joined(" ")
    }.joined("\n")
  }

  static func isName(_ word: some StringProtocol) -> Bool {
    word.contains("-") && word.count <= Phone.columns && !word.contains(where: \.isWhitespace)
  }
}
