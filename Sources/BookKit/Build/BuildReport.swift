/// What came of a build.
public struct BuildReport: Sendable {
  /// A page of the site.
  public struct Page: Codable, Sendable, Equatable {
    /// Its path in the site.
    public var path: String
    /// Its size.
    public var bytes: Int
  }

  /// A run that ended well.
  public struct Run: Sendable, Equatable {
    /// The experiment's id.
    public var experiment: String
    /// How long it took.
    public var seconds: Double
  }

  /// Everything that is wrong, sorted by place.
  public var diagnostics: [Diagnostic] = []
  /// Whether warnings count as errors.
  public var isStrict = false
  /// The site's pages; empty if nothing was written.
  public var pages: [Page] = []
  /// The experiments that were run and gave a Result.
  public var runs: [Run] = []
  /// How many Results came from the cache.
  public var cached = 0
  /// How many experiments gave none.
  public var failed = 0
  /// How many claims held.
  public var held = 0
  /// How many were refuted.
  public var refuted = 0
  /// How many lacked the seeds to tell.
  public var undecided = 0
  /// How long it took.
  public var seconds = 0.0

  /// Creates the report of a build that did nothing yet.
  public init(isStrict: Bool = false) { self.isStrict = isStrict }

  /// How many experiments were run and gave a Result.
  public var ran: Int { runs.count }

  /// Whether nothing is wrong.
  public var succeeded: Bool {
    !diagnostics.contains { $0.severity == .error || isStrict }
  }
}

extension BuildReport {
  /// Adds what came of so many stale experiments.
  mutating func add(_ outcome: ExperimentPass.Outcome, of stale: Int) {
    runs = outcome.finished.map { Run(experiment: $0.job.experiment.id, seconds: $0.seconds) }
    failed = stale - runs.count
    diagnostics += outcome.diagnostics
  }

  /// Takes over what an earlier build found.
  mutating func add(_ last: LastBuild) {
    diagnostics += last.diagnostics
    pages = last.pages
    cached = last.experiments.count
    held = last.held
  }

  /// Adds what became of the claims.
  mutating func add(_ review: ClaimReview) {
    held = review.held
    refuted = review.refuted
    undecided = review.undecided
    diagnostics += review.diagnostics
  }
}
