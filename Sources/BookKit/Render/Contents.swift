/// The table of contents as the templates want it, seen from one page.
struct Contents {
  private let book: BookIndex
  private let path: String
  private let current: Int?

  private static let largestList = 100

  init(book: BookIndex, fromPath path: String, current: Int?) {
    self.book = book
    self.path = path
    self.current = current
  }

  /// Parts with their chapters; the book's own front page is in neither. In a book of very many
  /// chapters a page lists those of its own part only: else the site would grow with their square.
  var parts: [[String: Any]] {
    let own = current.map { book.pages[$0].part }
    return book.parts.indices.compactMap { part in
      let pages = book.parts[part]
      let isListed = own == nil || own == part || book.pages.count <= Self.largestList
      let chapters = isListed ? pages.chapters.map(entry) : []
      let opening = pages.opening
      guard !pages.chapters.isEmpty || opening != nil else { return nil }
      // A template looks for a name that is missing here in what is around it: so none is missing.
      return [
        "chapters": chapters, "isListed": !chapters.isEmpty,
        "title": book.title(ofPart: part) ?? false,
        "opening": opening.map(entry) ?? false,
      ]
    }
  }

  /// The chapters of a part without the page that opens it.
  func chapters(of part: Int) -> [[String: Any]] { book.parts[part].chapters.map(entry) }

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
  /// The title of the book.
  var title: String { frontPage.map { pages[$0].title } ?? "Contents" }

  /// The title of a part: of its `index.md`, or its folder's name in words. Chapters that lie in
  /// `chapters/` itself have none.
  func title(ofPart part: Int) -> String? {
    let folder = book.parts[part].folder
    guard !folder.isEmpty else { return nil }
    return parts[part].opening.map { pages[$0].title } ?? PageNumber.words(folder)
  }
}
