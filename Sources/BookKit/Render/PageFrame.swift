import Mustache
import Results

/// Puts the text of a page into the templates: title, contents, neighbours.
struct PageFrame {
  private let book: BookIndex
  private let templates: MustacheLibrary

  init(book: BookIndex, templates: MustacheLibrary) {
    self.book = book
    self.templates = templates
  }

  /// A chapter's page, or a part's.
  func page(_ renderer: PageRenderer) throws -> String {
    let page = renderer.page
    // The body comes first: it finds out whether the page has math.
    let title = try renderer.title()
    let body = try renderer.body()
    let sections = try renderer.sections()
    let contents = Contents(book: book, from: renderer)
    let order = book.readingOrder
    // The front page is the only one that is missing in the order.
    let place = renderer.index - (book.frontPage.map { $0 < renderer.index ? 1 : 0 } ?? 0)
    let context: [String: Any?] = [
      "language": "en", "book": book.title, "title": page.title, "titleHTML": title.text,
      "summary": page.chapter.frontMatter.summary, "kicker": kicker(of: page),
      "body": body.text, "hasMath": renderer.hasMath, "root": root(of: page.path),
      "home": SitePath.relative(from: page.path, to: "index.html"), "parts": contents.parts,
      "sections": sections, "hasSections": sections.count > 1,
      "chapters": page.isIndex ? contents.chapters(of: page.part) : [],
      "previous": place > 0 ? contents.entry(order[place - 1]) : nil,
      "next": place + 1 < order.count ? contents.entry(order[place + 1]) : nil,
    ]
    return try render(context, "page")
  }

  /// The first page: the book's own `index.md` where there is one, then the contents.
  func frontPage(tools: SiteTools) throws -> (html: String, hasMath: Bool) {
    var context: [String: Any?] = [
      "language": "en", "book": book.title, "root": "", "home": "index.html",
    ]
    var hasMath = false
    if let front = book.frontPage {
      let renderer = PageRenderer(book: book, index: front, tools: tools)
      context["titleHTML"] = try renderer.title().text
      context["body"] = try renderer.body().text
      context["summary"] = book.pages[front].chapter.frontMatter.summary
      hasMath = renderer.hasMath
    } else {
      context["titleHTML"] = HTML(book.title).text
    }
    let contents = Contents(book: book, fromPath: "index.html", current: nil)
    context["title"] = book.title
    context["hasMath"] = hasMath
    context["parts"] = contents.parts
    context["standing"] = Standing(book).sentence
    return (try render(context, "index"), hasMath)
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
