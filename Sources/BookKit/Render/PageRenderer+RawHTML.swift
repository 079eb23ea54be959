extension PageRenderer {
  /// HTML in a chapter passes where it only marks up text; anything that could run or load
  /// something is refused and shown as text, unless the chapter says that it may be there.
  func rawHTML(_ text: String, at span: SourceSpan) -> HTML {
    if page.chapter.frontMatter.rawHTML { return HTML(trusted: text) }
    let refusal = RawHTMLCheck.refusal(of: text)
    // What is refused counts as well: else its end would be a second mistake.
    let stray = openHTML.read(text, at: span, isRefused: refusal != nil)
    guard let refusal else {
      if let name = stray {
        report(
          "unbalanced-html", "“</\(name)>” closes nothing that is open here.",
          hint: openHTML.open.last.map { "Open is “<\($0.name)>”, from line \($0.span.line)." },
          at: span)
      }
      let isTable = text.hasPrefix("<table") && text.contains("</table>")
      return isTable
        ? scrolling(HTML(trusted: text), label: "Table", wide: true) : HTML(trusted: text)
    }
    report(
      "raw-html", "HTML in a chapter cannot have \(refusal).", hint: RawHTMLCheck.hint, at: span)
    return HTML(text)
  }
}

extension PageRenderer {
  /// Reports the elements that are still open at the end of the page.
  func checkOpenHTML() {
    for opening in openHTML.open where !opening.isRefused {
      report(
        "unbalanced-html", "“<\(opening.name)>” is opened here and never closed.",
        hint: "Write </\(opening.name)> where it ends.", at: opening.span)
    }
  }
}

/// Which raw HTML may pass.
enum RawHTMLCheck {
  static let hint = "If the chapter is to have it, write “rawHTML: true” in its front matter."

  private static let elements: Set<String> = [
    "abbr", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite", "code",
    "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
    "figure", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s",
    "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
  ]
  private static let attributes: Set<String> = [
    "align", "class", "colspan", "datetime", "dir", "id", "lang", "open", "reversed", "role",
    "rowspan", "scope", "start", "title", "value",
  ]

  /// What is not allowed in the text; nil where all of it is.
  static func refusal(of text: String) -> String? {
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...].dropFirst()
      if rest.hasPrefix("!--") {
        guard let end = rest.range(of: "-->") else { return "an open comment" }
        rest = rest[end.upperBound...]
        continue
      }
      guard let first = rest.first, first.isLetter || first == "/" || first == "!" || first == "?"
      else { continue }
      guard let end = rest.firstIndex(of: ">") else { return "an open tag" }
      if let refusal = refusal(ofTag: rest[..<end]) { return refusal }
      rest = rest[end...]
    }
    return nil
  }

  private static func refusal(ofTag tag: Substring) -> String? {
    let body = tag.drop { $0 == "/" }
    let name = body.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
    guard elements.contains(name) else { return "“<\(name)>”" }
    var rest = body.dropFirst(name.count)
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      if rest.isEmpty { return nil }
      let attribute = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }.lowercased()
      let isAllowed =
        attributes.contains(attribute) || attribute.hasPrefix("aria-")
        || attribute.hasPrefix("data-")
      guard isAllowed else { return "the attribute “\(attribute)”" }
      rest = rest.dropFirst(attribute.count).drop(while: \.isWhitespace)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      if let quote = rest.first, quote == "\"" || quote == "'" {
        guard let end = rest.dropFirst().firstIndex(of: quote) else {
          return "an open quotation mark"
        }
        rest = rest[end...].dropFirst()
      } else {
        rest = rest.drop { !$0.isWhitespace }
      }
    }
  }
}
