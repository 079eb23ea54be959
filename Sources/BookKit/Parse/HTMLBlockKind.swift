/// CommonMark's seven ways for a block of HTML to begin.
enum HTMLBlockKind: Equatable {
  case verbatim, comment, instruction, declaration, cdata, blockTag, anyTag

  private static let verbatimTags = ["script", "pre", "textarea", "style"]
  private static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "title", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "ul",
  ]

  /// What begins on a line that begins with `<`.
  init?(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("<!--") {
      self = .comment
    } else if text.hasPrefix("<?") {
      self = .instruction
    } else if text.hasPrefix("<![CDATA[") {
      self = .cdata
    } else if text.hasPrefix("<!"), line.dropFirst(2).first?.isLetter == true {
      self = .declaration
    } else {
      let isClosing = text.hasPrefix("</")
      let name = line.dropFirst(isClosing ? 2 : 1).prefix {
        $0.isLetter || $0.isDigit || $0 == .dash
      }
      let tag = String(decoding: name, as: UTF8.self).lowercased()
      let rest = line[name.endIndex...]
      let ends = rest.isEmpty || rest.first!.isWhitespace || rest.first == .greater
      if !isClosing, Self.verbatimTags.contains(tag), ends {
        self = .verbatim
      } else if Self.blockTags.contains(tag),
        ends || rest.starts(with: [UInt8(ascii: "/"), .greater])
      {
        self = .blockTag
      } else if Self.isOneTag(text) {
        self = .anyTag
      } else {
        return nil
      }
    }
  }

  /// Whether it goes on over blank lines, to a mark of its own.
  var lastsUntilMark: Bool { self != .blockTag && self != .anyTag }

  /// Whether a line holds the mark that ends it.
  func ends(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    switch self {
    case .verbatim: return Self.verbatimTags.contains { text.lowercased().contains("</\($0)>") }
    case .comment: return text.contains("-->")
    case .instruction: return text.contains("?>")
    case .declaration: return text.contains(">")
    case .cdata: return text.contains("]]>")
    case .blockTag, .anyTag: return line.isBlankLine
    }
  }

  /// Whether the line is one complete tag and nothing else.
  private static func isOneTag(_ text: String) -> Bool {
    let attribute =
      #/\s+[A-Za-z_:][A-Za-z0-9_.:\-]*(\s*=\s*([^\s"'=<>`]+|'[^']*'|"[^"]*"))?/#
    let opening = #/<[A-Za-z][A-Za-z0-9\-]*/#
    if text.wholeMatch(of: #/<\/[A-Za-z][A-Za-z0-9\-]*\s*>\s*/#) != nil { return true }
    guard let start = text.prefixMatch(of: opening) else { return false }
    var rest = text[start.range.upperBound...]
    while let next = rest.prefixMatch(of: attribute), !next.range.isEmpty {
      rest = rest[next.range.upperBound...]
    }
    return rest.wholeMatch(of: #/\s*\/?>\s*/#) != nil
  }
}
