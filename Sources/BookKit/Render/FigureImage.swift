/// An image that stands alone in its paragraph and has a title: a figure, whose title is its caption.
struct FigureImage {
  let source: String
  let caption: String
  private let image: Inline

  init?(_ content: [Inline]) {
    guard content.count == 1, case .image(let source, let title, _, _) = content[0],
      !title.isEmpty
    else { return nil }
    self.source = source
    caption = title
    image = content[0]
  }

  /// Its name among a page's exhibits; no experiment's figure has a blank in its.
  var key: String { "image \(source)" }

  var anchor: String {
    let file = source.split(separator: "/").last.map(String.init) ?? source
    let name = file.split(separator: ".").first.map(String.init) ?? file
    return "figure-" + (Slug.suggestion(for: name) ?? "image")
  }

  /// The image without its title, which is the caption.
  var untitled: Inline {
    guard case .image(let source, _, let content, let span) = image else { return image }
    return .image(source: source, title: "", content: content, span: span)
  }
}

extension PageRenderer {
  /// A paragraph that is a figure; nil for any other.
  func imageFigure(_ content: [Inline]) throws -> HTML? {
    guard let image = FigureImage(content), let exhibit = book.exhibits[index][image.key],
      case .image(_, _, _, let span) = content[0]
    else { return nil }
    return .tag(
      "figure", ["class": "exhibit", "id": exhibit.anchor],
      try inlines([image.untitled], in: InlineContext(span: span))
        + .tag("figcaption", [:], caption(image.caption, exhibit, at: span)))
  }
}
