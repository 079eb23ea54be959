import Results

/// The ledger as the templates want it, seen from one page.
struct LedgerPage {
  static let path = "claims.html"
  static let title = "Every claim and its verdict"

  private let book: BookIndex
  private let path: String
  private let entries: [LedgerEntry]

  /// Nil for a book without a ledger.
  init?(_ book: BookIndex, fromPath path: String) {
    guard let ledger = book.book.ledger, !ledger.entries.isEmpty else { return nil }
    self.book = book
    self.path = path
    entries = ledger.entries
  }

  /// The whole page: every article with its claims, and what the filters choose from.
  var context: [String: Any] {
    let techniques = Set(entries.map(\.technique)).sorted()
    return [
      "articles": articles.map { article -> [String: Any] in
        [
          "article": article, "title": title(of: article) ?? false,
          "entries": entries(of: article),
        ]
      },
      "all": "\(entries.count)",
      "articleNames": articles.map { article in
        ["article": article, "count": "\(entries.count { $0.article == article })"]
      },
      "verdicts": verdicts,
      "techniques": techniques.map { technique in
        [
          "technique": technique, "key": Self.key(technique),
          "count": "\(entries.count { $0.technique == technique })",
        ]
      },
      "byArticle": byArticle,
    ]
  }

  /// How many claims there are.
  var count: Int { entries.count }

  /// How many claims ended how, each with the way to them.
  var tally: [String: Any] {
    [
      "all": "\(entries.count)", "verdicts": verdicts,
      "ledger": SitePath.relative(from: path, to: Self.path),
    ]
  }

  private var verdicts: [[String: Any]] {
    LedgerEntry.Verdict.allCases.map { verdict in
      [
        "verdict": verdict.rawValue, "word": verdict.word,
        "count": "\(entries.count { $0.verdict == verdict })",
      ]
    }
  }

  /// The claims of one article.
  func entries(of article: String) -> [[String: Any]] {
    entries.filter { $0.article == article }.map(row)
  }

  /// How many claims of each article ended how; the last row counts them all.
  var byArticle: [String: Any] {
    func counts(_ chosen: [LedgerEntry]) -> [[String: Any]] {
      (LedgerEntry.Verdict.allCases.map { verdict in chosen.count { $0.verdict == verdict } }
        + [chosen.count]).map { ["count": "\($0)"] }
    }
    let address = SitePath.relative(from: path, to: Self.path)
    return [
      "ledger": address,
      "heads": LedgerEntry.Verdict.allCases.map {
        ["word": $0.word, "sign": $0.sign, "meaning": $0.meaning]
      },
      "rows": articles.map { article in
        [
          "article": article, "href": "\(address)#article-\(article)",
          "title": title(of: article) ?? false,
          "counts": counts(entries.filter { $0.article == article }),
        ]
      }, "total": counts(entries),
    ]
  }

  private var articles: [String] { Ledger.articles(of: entries.map(\.id)) }

  /// The title of the part that mirrors an article.
  private func title(of article: String) -> String? {
    book.pages.first { $0.isIndex && $0.chapter.frontMatter.article == article }?.title
  }

  private func row(_ entry: LedgerEntry) -> [String: Any] {
    let deciders = book.citations[entry.id, default: []].firstOfEachExperiment.compactMap {
      citation -> [String: Any]? in
      guard let (page, exhibit) = book.experiments[citation.experiment] else { return nil }
      let home = SitePath.relative(from: path, to: book.pages[page].path)
      return [
        "href": "\(home)#claim-\(citation.experiment)-\(citation.number + 1)",
        "label": exhibit.label, "sentence": citation.claim.sentence,
      ]
    }
    return [
      "id": entry.id, "claim": NumberWords.set(entry.claim),
      "note": entry.note.map(NumberWords.set) ?? false,
      "verdict": entry.verdict.rawValue, "word": entry.verdict.word, "sign": entry.verdict.sign,
      "technique": entry.technique, "key": Self.key(entry.technique),
      "deciders": deciders, "isDecided": !deciders.isEmpty,
    ]
  }

  /// A technique's name as a class and an option's value.
  private static func key(_ technique: String) -> String {
    "technique-"
      + technique.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
  }
}

extension LedgerEntry.Verdict {
  /// The verdict for readers.
  var word: String {
    switch self {
    case .holds: "Holds"
    case .conditions: "Holds under conditions"
    case .refuted: "Refuted"
    case .opinion: "Opinion"
    case .untestable: "Not testable here"
    }
  }

  /// When a claim gets it, in a sentence's second half.
  var meaning: String {
    switch self {
    case .holds:
      "true as it is written, where the article would look; a note may say where it ends."
    case .conditions:
      "written without a condition, but true only where one is met: the note names it."
    case .refuted:
      "false as it is written, where the article would look; a note may name an exception."
    case .opinion: "a judgment or a definition, which no number can decide."
    case .untestable: "numbers could decide it, but not with what this book has."
    }
  }

  /// Beside the word, so that a glance is enough.
  var sign: String {
    switch self {
    case .holds: "✓"
    case .conditions: "~"
    case .refuted: "✗"
    case .opinion: "“"
    case .untestable: "–"
    }
  }
}
