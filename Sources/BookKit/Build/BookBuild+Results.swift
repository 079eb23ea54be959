import Results

/// What the experiments of a book said.
struct BookResults: Sendable {
  /// The Results by id; one that failed is absent.
  var results: [String: ExperimentResult]
  /// The hashes of their bytes.
  var hashes: [String: String]
}

extension BookBuild {
  /// The Result of every experiment: from the cache, or computed now.
  func results(
    of book: Book, _ mistakes: [Diagnostic], _ memory: ScriptMemory,
    _ session: borrowing BookSession, _ report: inout BuildReport,
    _ progress: @escaping @Sendable (BuildEvent) -> Void
  ) async throws -> BookResults {
    let all = Self.jobs(of: book, options)
    try check(options.refresh, all)
    let runnable = all.filter { !$0.isHit(by: mistakes) }.map {
      KeyedJob(job: $0, key: $0.key(toolkit: session.toolkit))
    }
    let cache = ResultCache(workspace: session.workspace)
    let (sorted, outcome) = try await computed(runnable, cache, memory, session, progress)
    var results = sorted.results
    var hashes = sorted.hashes
    report.cached = results.count
    report.diagnostics += sorted.warnings
    if options.executes {
      for finished in outcome.finished {
        let id = finished.job.experiment.id
        results[id] = finished.result
        hashes[id] = Fingerprint.of(try ResultCoding.encode(finished.result))
      }
      report.add(outcome, of: sorted.stale.count)
    } else {
      report.diagnostics += sorted.stale.map(missing(_:))
    }
    var review = ClaimReview()
    for job in runnable.map(\.job) {
      if let result = results[job.experiment.id] { review.add(result, of: job) }
    }
    report.add(review)
    if report.succeeded, report.ran > 0, !isTrial {
      cache.collectIfLarge(reachable: all.map { $0.key(toolkit: session.toolkit) })
    }
    return BookResults(results: results, hashes: hashes)
  }

  /// What the cache has of the experiments, and what came of the others.
  private func computed(
    _ runnable: [KeyedJob], _ cache: ResultCache, _ memory: ScriptMemory,
    _ session: borrowing BookSession, _ progress: @escaping @Sendable (BuildEvent) -> Void
  ) async throws -> (CacheReview, ExperimentPass.Outcome) {
    let stop = options.failsFast ? StopFlag() : nil
    func pass(_ stale: [CacheReview.Stale]) -> ExperimentPass {
      session.pass(stop: stop, progress: progress, keep: keeper(stale, cache, session.workspace))
    }
    func plan(_ stale: [CacheReview.Stale]) -> [ExperimentJob] {
      guard options.executes, !stale.isEmpty else { return [] }
      progress(.planned(stale.map { .init($0.job, in: session.workspace) }))
      return stale.map(\.job)
    }
    // What has no Result runs whatever the others are: the compiler begins, then they are read.
    let isMissing = runnable.map { options.refresh.asks(for: $0) || !cache.hasFile(for: $0.key) }
    func chosen(_ missing: Bool) -> [KeyedJob] {
      zip(runnable, isMissing).filter { $0.1 == missing }.map(\.0)
    }
    var sorted = CacheReview(chosen(true), cache: cache, refresh: options.refresh, tell: progress)
    let missing = plan(sorted.stale)
    let first = pass(sorted.stale)
    async let early = first.compute(missing)
    let present = CacheReview(
      chosen(false), cache: cache, refresh: options.refresh, onOneCore: !missing.isEmpty,
      tell: progress)
    colour(missing, session.toolkit, memory)
    var outcome = try await early
    let others = plan(present.stale)
    outcome += try await pass(present.stale).compute(others, numberedFrom: missing.count)
    sorted += present
    return (sorted, outcome)
  }

  /// Every experiment once: of two with one id, which is a mistake already reported, the first counts.
  static func jobs(of book: Book, _ options: BuildOptions) -> [ExperimentJob] {
    var seen: Set<String> = []
    return book.chapters.flatMap {
      ExperimentJob.jobs(of: $0, seeds: options.seeds, timeout: options.timeout)
    }.filter { seen.insert($0.experiment.id).inserted }
  }

  /// Keeps a Result and what is remembered of its run, and says which of its claims do not hold.
  private func keeper(
    _ stale: [CacheReview.Stale], _ cache: ResultCache, _ workspace: Workspace
  ) -> @Sendable (ExperimentPass.Finished) throws -> [Diagnostic] {
    let known = Dictionary(
      stale.map { ($0.job.experiment.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isTrial = isTrial
    return { finished in
      if !isTrial, let stale = known[finished.job.experiment.id] {
        let key = stale.key
        try cache.store(finished.result, key: key)
        try cache.store(warnings: finished.warnings, of: finished.job, key: key)
        try RunRecord(
          key: key, inputs: finished.result.inputs, seconds: finished.seconds,
          reason: stale.reason
        ).write(in: workspace)
      }
      var review = ClaimReview()
      review.add(finished.result, of: finished.job)
      return review.diagnostics
    }
  }

  /// Colours code that pages are going to show: the compiler leaves a core with nothing to do.
  private func colour(_ jobs: [ExperimentJob], _ toolkit: Toolkit, _ memory: ScriptMemory) {
    guard !jobs.isEmpty else { return }
    let theme = Theme(folder: toolkit.layout.theme, bookFolder: folder)
    // What fails is met again, and reported, where it is shown.
    try? CodeHighlighter.prepare(jobs.map(\.experiment.code), theme, memory)
  }

  private func missing(_ stale: CacheReview.Stale) -> Diagnostic {
    Diagnostic(
      rule: "result-missing",
      "The experiment “\(stale.job.experiment.id)” has no current Result: \(stale.reason).",
      hint: "Build without --no-execute.", path: stale.job.chapter, span: stale.job.block.fence)
  }

  private func check(_ refresh: BuildOptions.Refresh, _ all: [ExperimentJob]) throws {
    guard case .only(let ids) = refresh else { return }
    try UnknownExperiment.check(ids, among: all.map(\.experiment.id))
  }
}
