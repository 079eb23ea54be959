/// Which elements raw HTML has opened and not closed: a forgotten `</details>` would fold the rest of
/// the page.
struct RawHTMLBalance {
  /// An element that is still open.
  struct Opening {
    var name: String
    var span: SourceSpan
    /// Whether its tag may not stand there at all, which is a mistake of its own.
    var isRefused: Bool
  }

  private(set) var open: [Opening] = []

  /// Elements without an end, and those whose end HTML lets one leave out.
  private static let endless: Set<String> = [
    "br", "hr", "col", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot",
    "colgroup", "caption", "rt", "rp",
  ]

  /// Reads a piece of HTML; the name of an element that it closes and nobody opened, if there is one.
  mutating func read(_ text: String, at span: SourceSpan, isRefused: Bool) -> String? {
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: .less) {
      rest = rest[(start + 1)...]
      if rest.starts(with: Array("!--".utf8)) {
        rest = rest.firstRange(of: Array("-->".utf8)).map { rest[$0.upperBound...] } ?? []
        continue
      }
      let isEnd = rest.first == UInt8(ascii: "/")
      let name = rest.dropFirst(isEnd ? 1 : 0).prefix { $0.isLetter || $0.isDigit }
      guard name.first?.isLetter == true, let end = rest.firstIndex(of: .greater) else { continue }
      rest = rest[(end + 1)...]
      let opening = Opening(
        name: String(decoding: name, as: UTF8.self).lowercased(), span: span, isRefused: isRefused)
      if let stray = note(opening, isEnd) { return stray }
    }
    return nil
  }

  private mutating func note(_ opening: Opening, _ isEnd: Bool) -> String? {
    if Self.endless.contains(opening.name) { return nil }
    if !isEnd {
      open.append(opening)
      return nil
    }
    guard open.last?.name == opening.name else { return opening.name }
    open.removeLast()
    return nil
  }
}
