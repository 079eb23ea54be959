import Results

/// A page of the site: a chapter, or a part's `index.md`.
struct Page {
  var chapter: Chapter
  /// Relative to the output folder: `1-survey/03-norm-penalties.html`.
  var path: String
  /// `1.3`; empty where the file's name has no number.
  var number: String
  var title: String
  /// What opens a part, or the book.
  var isIndex: Bool
  /// The place of its part in the book.
  var part: Int
}

/// Something numbered that a link can name.
struct Exhibit {
  /// `Figure`, `Table` or `Experiment`.
  var kind: String
  /// `1.3.2`
  var number: String
  var anchor: String

  var label: String { "\(kind)\u{A0}\(number)" }
}

/// What every page must know of the others: paths, titles, numbers and anchors. Made once, before
/// the first page is rendered.
struct BookIndex {
  let book: Book
  let results: [String: ExperimentResult]
  /// In reading order; the book's own `index.md` first, where there is one.
  private(set) var pages: [Page] = []
  /// Experiments by id.
  private(set) var experiments: [String: (page: Int, exhibit: Exhibit)] = [:]
  /// Figures and tables of each page by `experiment.name`.
  private(set) var exhibits: [[String: Exhibit]] = []
  /// The ids on each page.
  private(set) var anchors: [Set<String>] = []
  /// Those of them that are not headings.
  private(set) var generatedAnchors: [Set<String>] = []
  /// The numbers of each page's equations, by their labels: `(1.3.2)`.
  private(set) var equations: [[String: String]] = []
  /// What decides the articles' claims, by their ids.
  private(set) var citations: [String: [Citation]] = [:]
  /// The page made of `chapters/index.md`.
  private(set) var frontPage: Int?
  /// Every page but the front page.
  private(set) var readingOrder: [Int] = []
  /// The pages of each of the book's parts.
  private(set) var parts: [PartPages] = []
  private var pageOfSource: [String: Int] = [:]

  /// A part's pages; the front page is in none.
  struct PartPages {
    /// What opens the part.
    var opening: Int?
    var chapters: [Int] = []
  }

  init(book: Book, results: [String: ExperimentResult]) {
    self.book = book
    self.results = results
    for (index, part) in book.parts.enumerated() {
      parts.append(PartPages())
      if let opening = part.index { add(opening, isIndex: true, part: index) }
      for chapter in part.chapters { add(chapter, isIndex: false, part: index) }
    }
    // Numbers of a page need the home of every experiment, so this is a second pass.
    for index in pages.indices { number(page: index) }
    citations = Self.citations(of: pages, results)
  }

  /// A value in words without markup; a dash for one that isn't there, which is reported where it
  /// is shown.
  func spell(_ reference: ValueReference) -> String {
    guard let format = ValueFormat(reference.format),
      let value = results[reference.experiment]?.values.first(where: { $0.name == reference.name })
    else { return NumberText.missing.plain }
    return NumberText(value.samples, unit: value.unit, format: format).plain
  }

  /// The page made of a source file: `chapters/1-survey/03-norm-penalties.md`.
  func page(ofSource path: String) -> Int? { pageOfSource[path] }

  /// Where a figure or table is seen from `page`: there if it is shown there, else where its
  /// experiment is.
  func exhibit(_ reference: ValueReference, from page: Int) -> (page: Int, exhibit: Exhibit)? {
    let key = "\(reference.experiment).\(reference.name)"
    if let here = exhibits[page][key] { return (page, here) }
    guard let home = experiments[reference.experiment]?.page else { return nil }
    return exhibits[home][key].map { (home, $0) }
  }

  private mutating func add(_ chapter: Chapter, isIndex: Bool, part: Int) {
    let index = pages.count
    pageOfSource[chapter.path] = index
    let number = PageNumber.of(chapter.path, isIndex: isIndex)
    let title =
      chapter.frontMatter.title ?? chapter.headingTitle(spelling: spell)
      ?? PageNumber.words(chapter.path)
    let path = SitePath.page(ofSource: chapter.path)
    if path == "index.html" {
      frontPage = index
    } else {
      readingOrder.append(index)
      if isIndex { parts[part].opening = index } else { parts[part].chapters.append(index) }
    }
    pages.append(
      Page(
        chapter: chapter, path: path, number: number, title: title,
        isIndex: isIndex, part: part))
    var count = 0
    chapter.forEachBlock { block in
      guard case .experiment(let experiment) = block else { return }
      count += 1
      let label = PageNumber.joined(number, count)
      experiments[experiment.id] = (
        index,
        Exhibit(kind: "Experiment", number: label, anchor: "experiment-\(experiment.id)")
      )
    }
  }

  private mutating func number(page index: Int) {
    let numbering = ExhibitNumbering(page: pages[index], results: results)
    exhibits.append(numbering.exhibits)
    anchors.append(numbering.anchors)
    generatedAnchors.append(numbering.generated)
    equations.append(numbering.equations)
  }
}
