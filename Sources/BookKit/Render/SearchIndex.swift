import Results

/// The index of the whole book as a script, because a page from a file may load nothing else.
///
/// `terms` are sorted as JavaScript sorts; the entry of `postings` beside each lists, in base 36, the
/// sections that hold it and how much it counts there.
struct SearchIndex: Encodable {
  private struct Weights {
    static let title = 8
    static let text = 2
    static let code = 1
  }

  /// Address and title.
  private var pages: [[String]]
  private var sections: [Section] = []
  private var terms: [String] = []
  private var postings: [String] = []

  private struct Section: Encodable {
    var page: Int
    var anchor: String
    var title: String
    var text: String

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(page)
      try list.encode(anchor)
      try list.encode(title)
      try list.encode(text)
    }
  }

  init(_ book: BookIndex) {
    pages = book.pages.map {
      [SitePath.address($0.path), $0.number.isEmpty ? $0.title : "\($0.number) \($0.title)"]
    }
    var found = book.searchSections
    if let ledger = book.book.ledger {
      found += ledger.entries.map { entry in
        SearchSection(
          page: pages.count, anchor: entry.id, title: "\(entry.id): \(entry.verdict.word)",
          text: [entry.claim, entry.note, entry.technique].compactMap { $0 }.joined(
            separator: " · "))
      }
      pages.append([LedgerPage.path, LedgerPage.title])
    }
    // Of each word the sections that hold it, in their order.
    var weights: [String: [(section: Int, weight: Int)]] = [:]
    for (number, section) in found.enumerated() {
      sections.append(
        Section(
          page: section.page, anchor: section.anchor, title: section.title, text: section.text))
      let parts = [
        (section.title, Weights.title), (section.text, Weights.text), (section.code, Weights.code),
      ]
      for (text, weight) in parts {
        for word in Set(SearchWords.words(of: text)) where word.utf16.count <= 40 {
          weights[word, default: []].add(weight, to: number)
        }
      }
    }
    terms = weights.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    postings = terms.map { term in
      weights[term]!.map { String($0.section, radix: 36) + "." + String($0.weight, radix: 36) }
        .joined(separator: " ")
    }
  }

  /// The script that hands the index to the page.
  func script() throws -> String {
    "regbookSearch(" + String(decoding: try ResultCoding.encode(self), as: UTF8.self) + ");\n"
  }
}

extension [(section: Int, weight: Int)] {
  fileprivate mutating func add(_ weight: Int, to section: Int) {
    if last?.section == section {
      self[count - 1].weight += weight
    } else {
      append((section, weight))
    }
  }
}
