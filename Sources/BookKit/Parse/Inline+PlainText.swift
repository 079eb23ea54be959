extension [Inline] {
  /// The words, for titles and anchors: without marks, and without values, which a build decides.
  var plainText: String { plainText { _ in "" } }

  /// The words alone, with the values spelt by `values`.
  func plainText(spelling values: (ValueReference) -> String) -> String {
    map { inline in
      switch inline {
      case .text(let words), .code(let words): words
      case .emphasis(let content), .strong(let content): content.plainText(spelling: values)
      case .link(_, _, let content, _), .image(_, _, let content, _):
        content.plainText(spelling: values)
      case .math(let formula): formula.tex
      case .value(let reference): values(reference)
      case .softBreak, .lineBreak: " "
      case .html, .footnote: ""
      }
    }.joined()
  }
}
