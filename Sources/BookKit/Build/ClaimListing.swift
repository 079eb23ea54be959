import Results

/// The articles' claims with the experiments that decide them, for `regbook list --claims`.
public struct ClaimListing: Sendable {
  /// One claim of an article.
  public struct Entry: Sendable, Codable, Equatable {
    /// Its id in the ledger: `A9`.
    public var id: String
    /// What became of it.
    public var verdict: LedgerEntry.Verdict
    /// The technique that it is about.
    public var technique: String
    /// The claim in the book's words.
    public var claim: String
    /// The experiments with a claim that cites it and holds, in the order of the book.
    public var experiments: [String]
  }

  /// The claims in the order of the ledger.
  public let claims: [Entry]
  /// How many experiments have no current Result, so that what they decide is not known.
  public let withoutResult: Int

  /// Lists the claims of the book in `folder`, decided by the Results of its last build. A mistake is
  /// thrown as a `Diagnostic`; `progress` is told of another build that has to end first.
  public init(folder: String, progress: @Sendable (BuildEvent) -> Void) async throws {
    let folder = BookFolder.absolute(folder)
    let session = try await BookSession.open(folder: folder, jobs: 1, progress: progress)
    let (loaded, mistakes) = BookLoader.load(folder: folder)
    let book = loaded.published
    guard let ledger = book.ledger else {
      throw mistakes.first { $0.path == Ledger.path }
        ?? Diagnostic(
          rule: "no-ledger", "The book has no \(Ledger.path), so it lists no claims.",
          hint: "It is a list of `- id: A1`, each with line, claim, verdict and technique.")
    }
    let review = CacheReview(
      BookBuild.jobs(of: book, BuildOptions()).map {
        KeyedJob(job: $0, key: $0.key(toolkit: session.toolkit))
      }, cache: ResultCache(workspace: session.workspace), refresh: .nothing, tell: { _ in })
    let index = BookIndex(book: book, results: review.results)
    withoutResult = review.stale.count
    claims = ledger.entries.map { entry in
      let deciding = index.citations[entry.id, default: []]
        .filter { $0.claim.verdict.outcome == .held }.firstOfEachExperiment
      return Entry(
        id: entry.id, verdict: entry.verdict, technique: entry.technique, claim: entry.claim,
        experiments: deciding.map(\.experiment))
    }
  }

  /// A line each, in columns: id, verdict, experiments.
  public var text: String {
    let ids = claims.map(\.id.count).max() ?? 0
    let verdicts = claims.map(\.verdict.rawValue.count).max() ?? 0
    return claims.map { entry in
      let experiments =
        entry.experiments.isEmpty ? "–" : entry.experiments.joined(separator: ", ")
      let verdict = entry.verdict.rawValue.padded(to: verdicts)
      return "\(entry.id.padded(to: ids))  \(verdict)  \(experiments)\n"
    }.joined()
  }

  /// How many claims there are by article and by verdict, and how many experiments are not counted.
  public var summary: String {
    let articles = Ledger.articles(of: claims.map(\.id)).map { article in
      "\(article) \(claims.count { Ledger.article(of: $0.id) == article })"
    }
    let verdicts = LedgerEntry.Verdict.allCases.map { verdict in
      "\(claims.count { $0.verdict == verdict }) \(verdict.rawValue)"
    }
    let missing =
      withoutResult == 0
      ? "" : "; \(withoutResult) experiments have no current Result: run regbook build"
    return "\(claims.count) claims (\(articles.joined(separator: ", "))): "
      + verdicts.joined(separator: ", ") + missing
  }

  /// The claims as JSON.
  public var json: String {
    get throws { try ResultCoding.text(of: claims) }
  }
}
