/// What came of one chapter: the text of its page before it is put into a template, and what the site
/// needs for it.
struct RenderedPage: Sendable {
  /// Its place in the book.
  var index: Int
  var title: HTML
  var body: HTML
  /// The headings of the first two levels, for "On this page".
  var sections: [Section] = []
  /// Whether it needs KaTeX's style sheet.
  var hasMath = false
  /// Whether code was highlighted for it.
  var hasCode = false
  /// What it was made of besides its chapter.
  var sources = Sources()

  /// A heading of a page.
  struct Section: Codable, Sendable {
    var anchor: String
    var title: String
  }

  /// What a page shows that is not in its chapter.
  struct Sources: Codable, Sendable {
    /// The experiments whose Results it asked for.
    var experiments: Set<String> = []
    /// The files of `chapters/` that it links to or shows.
    var files: Set<String> = []
    /// The figures whose numbers it offers as a file.
    var figures: Set<FigureName> = []
  }
}

/// A figure of an experiment.
struct FigureName: Codable, Sendable, Hashable {
  var experiment: String
  var name: String

  /// The file of the figure's numbers, relative to the output folder.
  var numbersFile: String { "assets/figures/\(experiment).\(name).csv" }
}
