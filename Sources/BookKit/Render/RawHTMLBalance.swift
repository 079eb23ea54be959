/// Which elements raw HTML has opened and not closed: a forgotten `</details>` would fold the rest of
/// the page.
struct RawHTMLBalance {
  private(set) var open: [(name: String, span: SourceSpan)] = []

  /// Elements without an end, and those whose end HTML lets one leave out.
  private static let endless: Set<String> = [
    "br", "hr", "col", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot",
    "colgroup", "caption", "rt", "rp",
  ]

  /// Reads a piece of HTML; the name of an element that it closes and nobody opened, if there is one.
  mutating func read(_ text: String, at span: SourceSpan) -> String? {
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
      if let stray = note(String(decoding: name, as: UTF8.self).lowercased(), isEnd, at: span) {
        return stray
      }
    }
    return nil
  }

  private mutating func note(_ name: String, _ isEnd: Bool, at span: SourceSpan) -> String? {
    if Self.endless.contains(name) { return nil }
    if !isEnd {
      open.append((name, span))
      return nil
    }
    guard open.last?.name == name else { return name }
    open.removeLast()
    return nil
  }
}
