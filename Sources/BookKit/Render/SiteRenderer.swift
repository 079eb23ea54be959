import Mustache
import Results

/// Turns a book and the results of its experiments into the files of a static site.
///
/// The same book, results and theme give the same bytes, whatever the machine and the folder.
public struct SiteRenderer: Sendable {
  private let book: Book
  private let results: [String: ExperimentResult]
  private let theme: Theme
  private let bookFolder: String
  /// Typeset formulas and highlighted code.
  var memory = ScriptMemory(path: nil)
  var packages = WebPackages()
  /// Where drawings are kept from build to build; nil to make them all anew.
  var drawings: DrawingMemory.Place?
  /// Where pages are kept, likewise.
  var pages: PageMemory.Place?

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - book: The chapters.
  ///   - results: What the experiments said, by id; one that failed is absent.
  ///   - theme: The folder with regbook's templates, style sheets and scripts. The book's own
  ///     `chapters/theme/` goes before it, file by file.
  ///   - bookFolder: The folder that holds `chapters/`.
  public init(
    book: Book, results: [String: ExperimentResult], theme: String, bookFolder: String
  ) {
    self.book = book
    self.results = results
    self.theme = Theme(folder: theme, bookFolder: bookFolder)
    self.bookFolder = bookFolder
  }

  /// Renders every page. Mistakes in chapters are among the result's diagnostics; a theme that
  /// cannot be used is thrown.
  public func render() throws -> RenderedSite {
    let index = BookIndex(book: book, results: results)
    let search = Background { try SearchIndex(index).script() }
    let tools = SiteTools(
      theme: theme, bookFolder: bookFolder, packages: packages, memory: memory,
      drawings: DrawingMemory(drawings))
    let frames = FrameMemory(
      path: pages.map { $0.folder + ".frames" }, look: pages?.look ?? "", book: index)
    let frame = PageFrame(book: index, templates: try theme.templates(), memory: frames)
    let pages = PageMemory(pages, book: index)
    let texts = try index.pages.indices.map { page in
      try pages.page(page, tools) {
        try PageRenderer(book: index, index: page, tools: tools).render()
      }
    }
    if texts.contains(where: \.hasMath) { _ = try tools.startMath() }
    if texts.contains(where: \.hasCode) { _ = try tools.startHighlighter() }
    let print = Background { try frame.printPage(texts) }
    let ledger = Background { try frame.ledgerPage() }
    let numbers = try ResultFile.bytes(of: index, tools)
    var site = RenderedSite()
    let chapters = texts.filter { $0.index != index.frontPage }
    let framed = concurrentMap(chapters.count) { number in
      Result { try frame.page(chapters[number]) }
    }
    for (text, page) in zip(chapters, framed) {
      site.add(index.pages[text.index].path, try page.get())
    }
    site.add("index.html", try frame.frontPage(index.frontPage.map { texts[$0] }))
    if let ledger = try ledger.value() { site.add(LedgerPage.path, ledger) }
    site.add(PrintPage.path, try print.value())
    site.add("assets/book.css", try theme.styles())
    site.add("assets/book.js", try theme.scripts())
    site.add("assets/search.js", try search.value())
    if texts.contains(where: \.hasMath) && tools.math != nil { try addMathFiles(to: &site) }
    for (path, bytes) in tools.attachments { site.files.append((path, bytes)) }
    site.files.append(("results.json", numbers))
    site.files.sort { $0.path < $1.path }
    site.diagnostics = tools.diagnostics + index.takenNames + LedgerCheck(index).diagnostics
    memory.save(asksForAll: !pages.wasOfUse)
    tools.drawings.save()
    pages.save()
    frames.save()
    return site
  }

  private func addMathFiles(to site: inout RenderedSite) throws {
    site.add("vendor/katex/regbook.css", try theme.text("vendor/katex.css"))
    site.copies.append(("vendor/katex/katex.min.css", packages.katexStyle))
    for name in packages.fontNames() {
      site.copies.append(("vendor/katex/fonts/\(name)", "\(packages.katexFonts)/\(name)"))
    }
    site.copies.sort { $0.path < $1.path }
  }
}

extension BookIndex {
  /// Chapters whose pages would lie where the book's own pages are.
  fileprivate var takenNames: [Diagnostic] {
    pages.filter { [PrintPage.path, LedgerPage.path].contains($0.path) }.map { page in
      Diagnostic(
        rule: "taken-name", "The page \(page.path) is one that every book has.",
        hint: "Give the chapter's file another name.", path: page.chapter.path)
    }
  }
}

extension RenderedSite {
  fileprivate mutating func add(_ path: String, _ text: String) {
    files.append((path, Array(text.utf8)))
  }
}
