import Results

/// What a search finds: the text below one heading, or one claim of the articles.
struct SearchSection {
  var page: Int
  var anchor: String
  var title: String
  /// The words that a result shows.
  var text = ""
  /// Names in its code, which are found but not shown.
  var code = ""
}

extension BookIndex {
  /// The text of every page, cut at its headings.
  var searchSections: [SearchSection] {
    pages.indices.flatMap { index in
      var collector = SectionCollector(book: self, page: index)
      pages[index].chapter.forEachBlock { collector.add($0) }
      return collector.sections
    }
  }
}

/// Collects the sections of a page, block by block.
private struct SectionCollector {
  private(set) var sections: [SearchSection]
  private let book: BookIndex

  init(book: BookIndex, page: Int) {
    self.book = book
    let summary = book.pages[page].chapter.frontMatter.summary ?? ""
    sections = [
      SearchSection(page: page, anchor: "", title: book.pages[page].title, text: summary)
    ]
  }

  mutating func add(_ block: Block) {
    switch block {
    case .heading(let level, let content, let anchor, _):
      guard block != book.pages[sections[0].page].chapter.titleHeading else { return }
      if level <= 3 {
        sections.append(
          SearchSection(page: sections[0].page, anchor: anchor, title: words(content)))
      } else {
        append(words(content))
      }
    case .paragraph(let content, _), .footnote(_, let content, _): append(words(content))
    case .table(let table):
      for row in [table.head] + table.rows { append(row.map(words).joined(separator: ", ")) }
    case .code(let code), .setup(let code): sections[sections.count - 1].code += " " + code.code
    case .experiment(let experiment): add(experiment)
    case .quote, .list, .math, .placement, .rule, .html: break
    }
  }

  private mutating func add(_ experiment: Experiment) {
    sections[sections.count - 1].code += " \(experiment.id) \(experiment.code)"
    guard let result = book.results[experiment.id] else { return }
    for caption in result.figures.map(\.caption) + result.tables.map(\.caption) { append(caption) }
    for claim in result.claims { append(claim.sentence) }
  }

  private mutating func append(_ words: String) {
    let words = words.unicodeScalars.split(whereSeparator: isSpace)
      .map { String($0) }.joined(separator: " ")
    guard !words.isEmpty else { return }
    let last = sections.count - 1
    sections[last].text += sections[last].text.isEmpty ? words : " " + words
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // Asking Unicode about every letter took as long as the rest of this file.
    scalar.isASCII
      ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
  }

  /// The words without the formulas, whose TeX nobody searches for and nobody wants to read.
  private func words(_ content: [Inline]) -> String {
    content.map { inline in
      if case .math(let formula) = inline { return formula.tex.count < 4 ? formula.tex : "…" }
      return [inline].plainText { book.spell($0) }
    }.joined()
  }
}
