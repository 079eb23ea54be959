/// All chapters of a book in reading order.
public struct Book: Codable, Sendable, Equatable {
  /// The parts, in the order of their folders' names. Chapters that lie in `chapters/` itself form
  /// a first part without a folder.
  public var parts: [Part]
  /// The articles' claims; nil for a book without `claims.yaml`.
  public var ledger: Ledger?
  /// Whether `claims.yaml` is there, but has mistakes.
  var isLedgerBroken = false
  /// The hashes of the chapters' files by their paths; empty for a book that was not read from files.
  var sourceHashes: [String: String] = [:]

  /// The chapter of each experiment that `published` has left out.
  private(set) var drafts: [String: String] = [:]

  private enum CodingKeys: CodingKey { case parts, ledger }

  /// Creates a book.
  public init(parts: [Part], ledger: Ledger? = nil) {
    self.parts = parts
    self.ledger = ledger
  }

  /// The book without its drafts.
  public var published: Book {
    var book = self
    book.parts = parts.compactMap { part in
      let chapters = part.chapters.filter { !$0.frontMatter.draft }
      let index = part.index.flatMap { $0.frontMatter.draft ? nil : $0 }
      return chapters.isEmpty && index == nil
        ? nil : Part(folder: part.folder, index: index, chapters: chapters)
    }
    for chapter in chapters where chapter.frontMatter.draft {
      for experiment in chapter.codeBlocks.experiments {
        book.drafts[experiment.id] = chapter.path
      }
    }
    return book
  }

  /// Every chapter in reading order, a part's `index.md` first.
  public var chapters: [Chapter] { parts.flatMap { ($0.index.map { [$0] } ?? []) + $0.chapters } }
}

/// A folder of chapters.
public struct Part: Codable, Sendable, Equatable {
  /// The folder's name under `chapters/`: `1-survey`; empty for `chapters/` itself.
  public var folder: String
  /// `index.md`, which opens the part.
  public var index: Chapter?
  /// The other chapters, in the order of their file names.
  public var chapters: [Chapter]

  /// Creates a part.
  public init(folder: String, index: Chapter?, chapters: [Chapter]) {
    self.folder = folder
    self.index = index
    self.chapters = chapters
  }
}
