import Foundation
import Results

/// One build of a book: chapters in, a site out, or a list of what is wrong and nothing written.
public struct BookBuild: Sendable {
  /// The book's folder, absolute.
  public let folder: String
  private let output: String
  private let jobs: Int
  var settings = BuildSettings()
  /// Seeds instead of the fences': a count, or `A..B`.
  var seeds: String?
  /// Whether everything is done but the writing: neither pages nor Results are kept.
  var isTrial = false

  /// A build of the book in `folder` into `output` (`folder/output` by default) with so many
  /// experiments or compilers at once (the number of cores by default).
  public init(folder: String, output: String? = nil, jobs: Int? = nil) {
    self.folder = BookFolder.absolute(folder)
    self.output = BookFolder.absolute(output ?? self.folder + "/output")
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// Builds. Mistakes of the author are in the report; what is thrown is a failing machine.
  public func run(
    progress: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) async throws -> BuildReport {
    let clock = ContinuousClock()
    let start = clock.now
    var report = BuildReport()
    do {
      try await build(&report, progress)
    } catch let diagnostic as Diagnostic {
      report.diagnostics.append(diagnostic)
    }
    report.diagnostics = report.diagnostics.sortedByPlace
    report.seconds = (clock.now - start) / .seconds(1)
    return report
  }

  private func build(
    _ report: inout BuildReport, _ progress: @escaping @Sendable (BuildEvent) -> Void
  ) async throws {
    let session = try await BookSession.open(
      folder: folder, jobs: jobs, settings: settings, progress: progress)
    let target = OutputFolder(output, workspace: session.workspace)
    if !isTrial {
      target.recover()
      if let obstacle = target.obstacle() { throw obstacle }
    }

    let (loaded, mistakes) = BookLoader.load(folder: folder)
    let book = loaded.published
    report.diagnostics += mistakes
    let results = try await results(of: book, mistakes, session, &report, progress)
    let site = try SiteRenderer(
      book: book, results: results, theme: session.toolkit.layout.theme, bookFolder: folder,
      memory: isTrial ? session.workspace.copyOfMemory() : session.workspace.memory
    ).render()
    // Where chapters could not be read whole, a missing value says nothing new.
    report.diagnostics += site.diagnostics.filter { mistakes.isEmpty || $0.rule != "unknown-value" }
    guard report.succeeded, !isTrial else { return }
    try target.write(site)
    report.pages = site.files.count { $0.path.hasSuffix(".html") }
  }

  /// The Result of every experiment: from the cache, or computed now.
  private func results(
    of book: Book, _ mistakes: [Diagnostic], _ session: borrowing BookSession,
    _ report: inout BuildReport,
    _ progress: @escaping @Sendable (BuildEvent) -> Void
  ) async throws -> [String: ExperimentResult] {
    let toolkit = session.toolkit
    let cache = ResultCache(workspace: session.workspace)
    var results: [String: ExperimentResult] = [:]
    var stale: [ExperimentJob] = []
    // Of two experiments with one id, which is a mistake already reported, the first counts.
    var seen: Set<String> = []
    let all = book.chapters.flatMap { ExperimentJob.jobs(of: $0, seeds: seeds) }
      .filter { seen.insert($0.experiment.id).inserted && !$0.isHit(by: mistakes) }
    for job in all {
      if let result = cache.result(job.key(toolkit: toolkit)) {
        results[job.experiment.id] = result
        progress(.cached(experiment: job.experiment.id))
      } else {
        stale.append(job)
      }
    }
    report.cached = results.count
    if !stale.isEmpty {
      let pass = session.pass(progress: progress) { finished in
        if !isTrial { try cache.store(finished.result, key: finished.job.key(toolkit: toolkit)) }
      }
      let outcome = try await pass.compute(stale)
      for finished in outcome.finished { results[finished.job.experiment.id] = finished.result }
      report.ran = outcome.finished.count
      report.failed = stale.count - outcome.finished.count
      report.diagnostics += outcome.diagnostics
    }
    var review = ClaimReview()
    for job in all {
      if let result = results[job.experiment.id] { review.add(result, of: job) }
    }
    report.held = review.held
    report.refuted = review.refuted
    report.undecided = review.undecided
    report.diagnostics += review.diagnostics
    return results
  }
}
