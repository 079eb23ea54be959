extension [Inline] {
  /// The words, for titles and anchors: without marks, and without values, which a build decides.
  var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let content), .strong(let content): content.plainText
      case .link(_, _, let content, _), .image(_, _, let content, _): content.plainText
      case .math(let formula): formula.tex
      case .softBreak, .lineBreak: " "
      case .value, .html: ""
      }
    }.joined()
  }
}
