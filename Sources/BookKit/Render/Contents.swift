/// The table of contents as the templates want it, seen from one page.
struct Contents {
  private let book: BookIndex
  private let path: String
  private let current: Int?

  init(book: BookIndex, fromPath path: String, current: Int?) {
    self.book = book
    self.path = path
    self.current = current
  }

  init(book: BookIndex, from renderer: PageRenderer) {
    self.init(book: book, fromPath: renderer.page.path, current: renderer.index)
  }

  /// Parts with their chapters; the book's own front page is in neither.
  var parts: [[String: Any]] {
    book.book.parts.indices.compactMap { part in
      let chapters = chapters(of: part)
      let opening = book.pages.indices.first {
        book.pages[$0].part == part && book.pages[$0].isIndex && $0 != book.frontPage
      }
      guard !chapters.isEmpty || opening != nil else { return nil }
      // A template looks for a name that is missing here in what is around it: so none is missing.
      return [
        "chapters": chapters, "title": book.title(ofPart: part) ?? false,
        "opening": opening.map(entry) ?? false,
      ]
    }
  }

  /// The chapters of a part without the page that opens it.
  func chapters(of part: Int) -> [[String: Any]] {
    book.pages.indices.filter { book.pages[$0].part == part && !book.pages[$0].isIndex }.map(entry)
  }

  func entry(_ index: Int) -> [String: Any] {
    let page = book.pages[index]
    return [
      "href": SitePath.relative(from: path, to: page.path), "number": page.number,
      "title": page.title, "isCurrent": index == current,
      "summary": page.chapter.frontMatter.summary ?? false,
    ]
  }
}

extension BookIndex {
  /// The page made of `chapters/index.md`.
  var frontPage: Int? { pages.firstIndex { $0.path == "index.html" } }

  /// Every page but the front page.
  var readingOrder: [Int] { pages.indices.filter { $0 != frontPage } }

  /// The title of the book.
  var title: String { frontPage.map { pages[$0].title } ?? "Contents" }

  /// The title of a part: of its `index.md`, or its folder's name in words. Chapters that lie in
  /// `chapters/` itself have none.
  func title(ofPart part: Int) -> String? {
    let folder = book.parts[part].folder
    guard !folder.isEmpty else { return nil }
    let opening = pages.first { $0.part == part && $0.isIndex }
    return opening?.title ?? PageNumber.words(folder)
  }
}

extension PageRenderer {
  /// The headings of the second level, for "On this page".
  func sections() throws -> [[String: Any]] {
    try page.chapter.blocks.compactMap { block in
      guard case .heading(let level, let content, let anchor, _) = block, level <= 2,
        block != page.chapter.titleHeading
      else { return nil }
      // Rendering the words again must not report their mistakes again.
      let silent = PageRenderer(book: book, index: index, tools: SiteTools(sharing: tools))
      return ["anchor": anchor, "title": try silent.inlines(content, in: .heading).text]
    }
  }
}
