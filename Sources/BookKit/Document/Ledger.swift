/// The articles' claims and the verdict on each, as `chapters/claims.yaml` lists them.
public struct Ledger: Codable, Sendable, Equatable {
  /// The file, relative to the book's folder.
  public static let path = "chapters/claims.yaml"

  /// The claims in the order of the file.
  public var entries: [LedgerEntry]

  /// Creates a ledger.
  public init(entries: [LedgerEntry]) { self.entries = entries }

  /// The letters of the articles, in the order in which they first appear.
  public var articles: [String] { Self.articles(of: entries.map(\.id)) }

  /// The articles of some claims' ids, each once.
  static func articles(of ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.map(article).filter { seen.insert($0).inserted }
  }

  /// The letter of a claim's article: `A` of `A9`.
  static func article(of id: String) -> String { String(id.prefix { $0.isLetter }) }
}

/// One claim of an article.
public struct LedgerEntry: Codable, Sendable, Equatable {
  /// The verdict on an article's claim.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// It holds as it is written.
    case holds
    /// It holds under conditions that the article does not name.
    case conditions
    /// It does not hold.
    case refuted
    /// Nothing that numbers could decide.
    case opinion
    /// Nothing that numbers could decide here.
    case untestable

    /// Whether an experiment has to have decided it.
    public var isDecided: Bool { self == .holds || self == .conditions || self == .refuted }
  }

  /// The article's letter and a number: `A9`.
  public var id: String
  /// The line of the article that makes the claim.
  public var line: Int
  /// The claim in our words.
  public var claim: String
  /// What became of it.
  public var verdict: Verdict
  /// The technique that it is about.
  public var technique: String
  /// What to add to the verdict; nil for nothing.
  public var note: String?
  /// Where the entry stands in the file.
  public var span: SourceSpan

  /// Creates an entry.
  public init(
    id: String, line: Int, claim: String, verdict: Verdict, technique: String, note: String? = nil,
    span: SourceSpan
  ) {
    self.id = id
    self.line = line
    self.claim = claim
    self.verdict = verdict
    self.technique = technique
    self.note = note
    self.span = span
  }

  /// The article's letter: `A`.
  public var article: String { Ledger.article(of: id) }
}
