import Charts
import Results

/// Turns the blocks of one page into HTML. One is made for each page; it remembers what has been
/// shown and what the page needs.
final class PageRenderer {
  let book: BookIndex
  let index: Int
  let tools: SiteTools
  /// Whether the page needs KaTeX's style sheet.
  var hasMath = false
  /// Whether its code is highlighted.
  var hasCode = false
  /// What the page shows that is not in its chapter.
  var sources = RenderedPage.Sources()
  /// The `experiment.name` of figures and tables that stand on the page already.
  var shown: Set<String> = []
  /// Those that a paragraph of their own places somewhere on the page.
  let placed: Set<String>
  /// The colors of names in the page's figures.
  private(set) lazy var colours = colourNames()

  /// The page's notes by their labels.
  let footnotes: [String: (content: [Inline], span: SourceSpan)]
  /// The labels of the notes in the order in which the text refers to them.
  var footnoteOrder: [String] = []
  /// The addresses of other hosts to which the text links, in that order: paper lists them.
  var externalLinks: [String] = []
  /// What raw HTML has opened so far.
  var openHTML = RawHTMLBalance()
  /// The labels of the equations that stand on the page already.
  var shownEquations: Set<String> = []

  var page: Page { book.pages[index] }

  init(book: BookIndex, index: Int, tools: SiteTools) {
    self.book = book
    self.index = index
    self.tools = tools
    placed = book.pages[index].chapter.placements
    footnotes = book.pages[index].chapter.footnotes
  }

  /// The page's title and text.
  func render() throws -> RenderedPage {
    let title = try title()
    let body = try body()
    return RenderedPage(
      index: index, title: title, body: body, sections: try sections(), hasMath: hasMath,
      hasCode: hasCode, sources: sources)
  }

  /// What an experiment said; nil if it failed. Every page asks here, so that it is known of whom.
  func result(of experiment: String) -> ExperimentResult? {
    sources.experiments.insert(experiment)
    return book.results[experiment]
  }

  /// A value in words without markup.
  func spell(_ reference: ValueReference) -> String {
    sources.experiments.insert(reference.experiment)
    return book.spell(reference)
  }

  /// The headings of the first two levels.
  private func sections() throws -> [RenderedPage.Section] {
    try page.chapter.blocks.compactMap { block in
      guard case .heading(let level, let content, let anchor, _) = block, level <= 2,
        block != page.chapter.titleHeading
      else { return nil }
      // Rendering the words again must not report their mistakes again.
      let silent = PageRenderer(book: book, index: index, tools: SiteTools(sharing: tools))
      let title = try silent.inlines(content, in: .heading).text
      return RenderedPage.Section(anchor: anchor, title: title)
    }
  }

  /// The text of the page below its title.
  private func body() throws -> HTML {
    let chapter = page.chapter
    let text = try chapter.blocks.filter { $0 != chapter.titleHeading }.map { block in
      try noted { try blocks([block]) }
    }
    checkOpenHTML()
    return (text + [printedLinks()]).filter { !$0.isEmpty }.joined("\n")
  }

  /// The page's title, with the markup that a heading may have.
  private func title() throws -> HTML {
    guard case .heading(_, let content, _, _)? = page.chapter.titleHeading else {
      return HTML(page.title)
    }
    return try inlines(content, in: .heading)
  }

  func report(
    _ rule: String, _ message: String, hint: String? = nil, at span: SourceSpan,
    severity: Diagnostic.Severity = .error
  ) {
    tools.report(
      Diagnostic(
        severity, rule: rule, message, hint: hint, path: page.chapter.path, span: span))
  }
}
