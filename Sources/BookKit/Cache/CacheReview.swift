import Results

/// A job with what names its Result.
struct KeyedJob: Sendable {
  let job: ExperimentJob
  let key: ResultKey
}

/// A book's experiments by what the cache has of them: a current Result, or a reason to run.
struct CacheReview: Sendable {
  /// An experiment that is to be computed.
  struct Stale: Sendable {
    let job: ExperimentJob
    let key: ResultKey
    /// Why, without a full stop.
    let reason: String
  }

  /// The current Results by id.
  private(set) var results: [String: ExperimentResult] = [:]
  /// The hashes of their bytes.
  private(set) var hashes: [String: String] = [:]
  /// What the compiler warned of in their blocks.
  private(set) var warnings: [Diagnostic] = []
  /// The others, in the book's order.
  private(set) var stale: [Stale] = []

  /// Asks the cache for every job and tells what it finds. `onOneCore` leaves the others to those who
  /// wait for them.
  init(
    _ jobs: [KeyedJob], cache: ResultCache, refresh: BuildOptions.Refresh,
    onOneCore: Bool = false, tell: (BuildEvent) -> Void
  ) {
    let answers =
      onOneCore
      ? jobs.map { cache.answer(to: $0.key) }
      : concurrentMap(jobs.count) { cache.answer(to: jobs[$0].key) }
    for (keyed, answer) in zip(jobs, answers) {
      let (job, key) = (keyed.job, keyed.key)
      let id = job.experiment.id
      if case .damaged(let file, let reason) = answer { tell(.damaged(file: file, reason: reason)) }
      let isAsked = refresh.asks(for: keyed)
      if case .result(let result, let hash) = answer, !isAsked {
        results[id] = result
        hashes[id] = hash
        warnings += cache.warnings(of: job, key: key)
        tell(.cached(experiment: id))
        continue
      }
      let staleness =
        isAsked ? Staleness.refreshed : Staleness(answer, key: key, cache: cache)
      stale.append(Stale(job: job, key: key, reason: staleness.reason))
      tell(.stale(experiment: id, reason: staleness.reason))
    }
  }
}

extension CacheReview {
  /// Adds the review of other experiments of the book.
  static func += (whole: inout CacheReview, part: CacheReview) {
    whole.results.merge(part.results) { $1 }
    whole.hashes.merge(part.hashes) { $1 }
    whole.warnings += part.warnings
    whole.stale += part.stale
  }
}

extension BuildOptions.Refresh {
  /// Whether an experiment is to run though there is a Result.
  func asks(for keyed: KeyedJob) -> Bool {
    switch self {
    case .nothing: false
    case .everything: true
    case .only(let ids): ids.contains(keyed.job.experiment.id)
    }
  }
}

extension BuildEvent.Plan {
  /// The plan for a job, with what is remembered of its last run.
  init(_ job: ExperimentJob, in workspace: Workspace) {
    let id = job.experiment.id
    self.init(experiment: id, seconds: RunRecord(of: id, in: workspace)?.seconds)
  }
}
