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
    let runnable = all.filter { !$0.isHit(by: mistakes) }
    let cache = ResultCache(workspace: session.workspace)
    let sorted = CacheReview(
      runnable, toolkit: session.toolkit, cache: cache, refresh: options.refresh, tell: progress)
    var results = sorted.results
    var hashes = sorted.hashes
    report.cached = results.count
    report.diagnostics += sorted.warnings
    if !options.executes {
      report.diagnostics += sorted.stale.map(missing)
    } else if !sorted.stale.isEmpty {
      // A core has nothing to do while one chapter is compiled.
      let theme = Theme(folder: session.toolkit.layout.theme, bookFolder: folder)
      let codes = sorted.stale.map(\.job.experiment.code)
      let ahead = Background { try CodeHighlighter.prepare(codes, theme, memory) }
      progress(.planned(sorted.stale.map { .init($0.job, in: session.workspace) }))
      let outcome = try await session.pass(
        stop: options.failsFast ? StopFlag() : nil, progress: progress,
        keep: keeper(sorted, cache, session.toolkit, session.workspace)
      ).compute(sorted.stale.map(\.job))
      for finished in outcome.finished {
        let id = finished.job.experiment.id
        results[id] = finished.result
        hashes[id] = Fingerprint.of(try ResultCoding.encode(finished.result))
      }
      report.add(outcome, of: sorted.stale.count)
      // What fails is met again, and reported, where it is shown.
      try? ahead.value()
    }
    var review = ClaimReview()
    for job in runnable {
      if let result = results[job.experiment.id] { review.add(result, of: job) }
    }
    report.add(review)
    if report.succeeded, report.ran > 0, !isTrial {
      cache.collectIfLarge(reachable: all.map { $0.key(toolkit: session.toolkit) })
    }
    return BookResults(results: results, hashes: hashes)
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
    _ sorted: CacheReview, _ cache: ResultCache, _ toolkit: Toolkit, _ workspace: Workspace
  ) -> @Sendable (ExperimentPass.Finished) throws -> [Diagnostic] {
    let reasons = Dictionary(
      sorted.stale.map { ($0.job.experiment.id, $0.reason) },
      uniquingKeysWith: { first, _ in first })
    let isTrial = isTrial
    return { finished in
      if !isTrial {
        let key = finished.job.key(toolkit: toolkit)
        try cache.store(finished.result, key: key)
        try cache.store(warnings: finished.warnings, of: finished.job, key: key)
        try RunRecord(
          key: key, inputs: finished.result.inputs, seconds: finished.seconds,
          reason: reasons[key.id] ?? ""
        ).write(in: workspace)
      }
      var review = ClaimReview()
      review.add(finished.result, of: finished.job)
      return review.diagnostics
    }
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
