/// What running text stands in.
struct InlineContext {
  /// Nearest place in the source for pieces that don't know their own.
  var span: SourceSpan?
  /// False inside links and headings, which must not hold another link.
  var allowsLinks = true

  static let heading = InlineContext(span: nil, allowsLinks: false)

  var withoutLinks: InlineContext { InlineContext(span: span, allowsLinks: false) }
}

extension PageRenderer {
  func inlines(_ content: [Inline], in context: InlineContext) throws -> HTML {
    var pieces: [HTML] = []
    var rest = content[...]
    while let next = rest.popFirst() {
      var piece = try inline(next, in: context)
      if case .math = next, case .text(let words)? = rest.first {
        // No line begins with the point after a formula.
        let marks = words.prefix { ".,;:!?)".contains($0) }
        if !marks.isEmpty {
          rest[rest.startIndex] = .text(String(words.dropFirst(marks.count)))
          piece = .tag("span", ["class": "unbroken"], piece + HTML(marks))
        }
      }
      pieces.append(piece)
    }
    return pieces.joined()
  }

  private func inline(_ inline: Inline, in context: InlineContext) throws -> HTML {
    switch inline {
    case .text(let words): return HTML(NumberWords.set(words))
    case .emphasis(let content): return .tag("em", [:], try inlines(content, in: context))
    case .strong(let content): return .tag("strong", [:], try inlines(content, in: context))
    case .code(let code):
      let isName = UnbrokenWords.isName(code)
      return .tag(
        "code", ["class": isName ? "unbroken" : nil], isName ? HTML(code) : UnbrokenWords.set(code))
    case .link(let destination, let title, let content, let span):
      let words = try inlines(content, in: context.withoutLinks)
      guard context.allowsLinks else { return words }
      return link(destination, title: title, words, at: span)
    case .image(let source, let title, let content, let span):
      return image(
        source, title: title, alternative: content.plainText { spell($0) }, at: span)
    case .math(let formula): return try inlineMath(formula)
    case .value(let reference): return value(reference, in: context)
    case .footnote(let label, _): return footnoteMark(label, in: context)
    case .softBreak: return HTML("\n")
    case .lineBreak: return .void("br") + HTML("\n")
    case .html(let text, let span): return rawHTML(text, at: span)
    }
  }
}
