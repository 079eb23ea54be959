/// Code that is read as words: no line of it ends within a short name such as `--dry-run`.
enum UnbrokenWords {
  /// Longer names may break, lest they leave a phone's screen.
  private static let longest = 28

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
    word.contains("-") && word.count <= longest && !word.contains(where: \.isWhitespace)
  }
}
