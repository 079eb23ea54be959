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
    let tags = text.replacing(#/<!--.*?-->/#.dotMatchesNewlines(), with: "")
    for match in tags.matches(of: #/<(\/?)([A-Za-z][A-Za-z0-9]*)[^>]*?(\/?)>/#) {
      let name = match.2.lowercased()
      if Self.endless.contains(name) { continue }
      if match.1.isEmpty {
        open.append((name, span))
      } else if open.last?.name == name {
        open.removeLast()
      } else {
        return name
      }
    }
    return nil
  }
}
