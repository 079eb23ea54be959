import Results

/// A book's experiments by what the cache has of them: a current Result, or a reason to run.
struct CacheReview: Sendable {
  /// An experiment that is to be computed.
  struct Stale: Sendable {
    let job: ExperimentJob
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

  /// Asks the cache for every job and tells what it finds.
  init(
    _ jobs: [ExperimentJob], toolkit: Toolkit, cache: ResultCache, refresh: BuildOptions.Refresh,
    tell: (BuildEvent) -> Void
  ) {
    let keys = jobs.map { $0.key(toolkit: toolkit) }
    let answers = concurrentMap(jobs.count) { cache.answer(to: keys[$0]) }
    for ((job, key), answer) in zip(zip(jobs, keys), answers) {
      let id = job.experiment.id
      if case .damaged(let file, let reason) = answer { tell(.damaged(file: file, reason: reason)) }
      let isAsked =
        switch refresh {
        case .nothing: false
        case .everything: true
        case .only(let ids): ids.contains(id)
        }
      if case .result(let result, let hash) = answer, !isAsked {
        results[id] = result
        hashes[id] = hash
        warnings += cache.warnings(of: job, key: key)
        tell(.cached(experiment: id))
        continue
      }
      let staleness =
        isAsked ? Staleness.refreshed : Staleness(answer, key: key, cache: cache)
      stale.append(Stale(job: job, reason: staleness.reason))
      tell(.stale(experiment: id, reason: staleness.reason))
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
