import Mustache
import Results

/// Puts the text of a page into the templates: title, contents, neighbours.
struct PageFrame {
  private let book: BookIndex
  private let templates: MustacheLibrary
  private let memory: FrameMemory

  init(book: BookIndex, templates: MustacheLibrary, memory: FrameMemory) {
    self.book = book
    self.templates = templates
    self.memory = memory
  }

  /// A chapter's page, or a part's.
  func page(_ text: RenderedPage) throws -> String {
    // A part's page shows what became of claims, which changes with Results.
    if book.pages[text.index].isIndex { return try page(text, body: text.body.text) }
    return try memory.page(text, path: book.pages[text.index].path) {
      try page(text, body: FrameMemory.body)
    }
  }

  private func page(_ text: RenderedPage, body: String) throws -> String {
    let page = book.pages[text.index]
    let sections = text.sections.map { ["anchor": $0.anchor, "title": $0.title] }
    let contents = Contents(book: book, fromPath: page.path, current: text.index)
    let order = book.readingOrder
    // The front page is the only one that is missing in the order.
    let place = text.index - (book.frontPage.map { $0 < text.index ? 1 : 0 } ?? 0)
    let context: [String: Any?] = [
      "language": "en", "book": book.title, "title": page.title, "titleHTML": text.title.text,
      "textLanguage": page.chapter.frontMatter.language,
      "summary": page.chapter.frontMatter.summary, "kicker": kicker(of: page),
      "body": body, "hasMath": text.hasMath, "root": root(of: page.path),
      "home": SitePath.relative(from: page.path, to: "index.html"), "parts": contents.parts,
      "hasLedger": hasLedger,
      "sections": sections, "hasSections": sections.count > 1,
      "chapters": page.isIndex ? contents.chapters(of: page.part) : [],
      "entries": page.isIndex ? entries(of: page) : [],
      "hasEntries": page.isIndex && !entries(of: page).isEmpty,
      "previous": place > 0 ? contents.entry(order[place - 1]) : nil,
      "next": place + 1 < order.count ? contents.entry(order[place + 1]) : nil,
    ]
    return try render(context, "page")
  }

  /// The first page: the text of the book's own `index.md` where there is one, then the contents.
  func frontPage(_ text: RenderedPage?) throws -> String {
    var context: [String: Any?] = [
      "language": "en", "book": book.title, "root": "", "home": "index.html",
      "hasLedger": hasLedger, "titleHTML": (text?.title ?? HTML(book.title)).text,
      "body": text?.body.text, "hasMath": text?.hasMath ?? false,
      "summary": text.map { book.pages[$0.index].chapter.frontMatter.summary } ?? nil,
    ]
    let contents = Contents(book: book, fromPath: "index.html", current: nil)
    context["title"] = book.title
    context["parts"] = contents.parts
    let standing = Standing(book)
    let ledger = LedgerPage(book, fromPath: "index.html")
    context["begin"] = book.readingOrder.first { !book.pages[$0].isIndex }.map(contents.entry)
    context["standing"] = standing.sentence(claims: ledger?.count)
    context["howToRead"] = standing.howToRead
    context["tally"] = ledger?.tally
    context["byArticle"] = ledger?.byArticle
    return try render(context, "index")
  }

  /// The page of all claims of the articles; nil for a book without a ledger.
  func ledgerPage() throws -> String? {
    guard let ledger = LedgerPage(book, fromPath: LedgerPage.path) else { return nil }
    let contents = Contents(book: book, fromPath: LedgerPage.path, current: nil)
    var context: [String: Any?] = [
      "language": "en", "book": book.title, "root": "", "home": "index.html",
      "title": LedgerPage.title, "hasLedger": true, "isLedger": true,
      "summary": "What the articles claim, what became of it, and which experiment decided.",
      "parts": contents.parts,
    ]
    context.merge(ledger.context) { $1 }
    return try render(context, "ledger")
  }

  /// The whole book on one page.
  func printPage(_ texts: [RenderedPage]) throws -> String {
    let ledger = try LedgerPage(book, fromPath: LedgerPage.path).map {
      HTML(
        trusted: try render(
          $0.context.merging(["isPrinted": true]) { $1 }, "printed-ledger"))
    }
    let pages = PrintPage(book: book, pages: texts, ledger: ledger)
    var context: [String: Any?] = [
      "language": "en", "book": book.title, "root": "", "home": "index.html",
      "hasMath": pages.hasMath,
    ]
    context.merge(pages.context) { $1 }
    return try render(context, "print")
  }

  private var hasLedger: Bool { book.book.ledger != nil }

  /// The claims of the article that a part mirrors.
  private func entries(of page: Page) -> [[String: Any]] {
    guard let article = page.chapter.frontMatter.article else { return [] }
    return LedgerPage(book, fromPath: page.path)?.entries(of: article) ?? []
  }

  private func render(_ context: [String: Any?], _ template: String) throws -> String {
    let present = context.compactMapValues { $0 }
    guard let text = templates.render(present, withTemplate: template) else {
      throw Diagnostic(
        rule: "theme-incomplete", "The theme has no file “templates/\(template).mustache”.",
        hint: "Install regbook again, or put the file into chapters/theme/.")
    }
    return text
  }

  /// `Chapter 1.3 · Survey · after article A`.
  private func kicker(of page: Page) -> String {
    let kind = page.isIndex ? "Part" : "Chapter"
    let parts = [
      page.number.isEmpty ? nil : "\(kind) \(page.number)",
      page.isIndex ? nil : book.title(ofPart: page.part),
      page.chapter.frontMatter.article.map { "after article \($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private func root(of path: String) -> String {
    String(repeating: "../", count: path.split(separator: "/").count - 1)
  }
}
