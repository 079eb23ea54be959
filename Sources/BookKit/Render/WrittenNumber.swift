/// A number that somebody wrote: `17.9 µs`, `−3`, `3.0 · 10⁻⁷`.
enum WrittenNumber {
  /// Whether texts are numbers, but for some that say that there is none: `–`.
  static func fill(_ texts: [String]) -> Bool {
    let said = texts.filter { !["", "–", "—", "-"].contains($0) }
    return !said.isEmpty && said.allSatisfy(matches)
  }

  /// Digits with their signs, and a unit of at most three letters.
  private static func matches(_ text: String) -> Bool {
    guard let first = text.first(where: { !"−-+±≈<>≤≥ ".contains($0) }), first.isWholeNumber else {
      return false
    }
    let rest = text.drop { !$0.isLetter && $0 != "%" }
    return rest.count <= 3 && !rest.contains(where: \.isWholeNumber)
  }
}
