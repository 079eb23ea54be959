import Foundation
import Results

/// Computes some experiments whatever the cache holds, for `regbook run`.
public struct ExperimentRun: Sendable {
  /// One experiment's Result.
  public struct Finished: Sendable {
    /// The experiment's id.
    public let id: String
    /// What it said.
    public let result: ExperimentResult
    /// What it printed.
    public let printed: String
  }

  /// What came of it.
  public struct Report: Sendable {
    /// The Results, in the order of the ids.
    public var finished: [Finished] = []
    /// What is wrong, sorted by place.
    public var diagnostics: [Diagnostic] = []
    /// Whether every experiment gave a Result and every claim held.
    public var succeeded: Bool { !diagnostics.contains { $0.severity == .error } }
  }

  /// The book's folder, absolute.
  public let folder: String
  private let ids: [String]
  private let seeds: String?
  private let jobs: Int

  /// A run of the experiments `ids` of the book in `folder`, with `seeds` (a count or `A..B`) instead
  /// of what their fences say.
  public init(folder: String, ids: [String], seeds: String? = nil, jobs: Int? = nil) {
    self.folder = BookFolder.absolute(folder)
    self.ids = ids
    self.seeds = seeds
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// Runs them. Mistakes of the author are in the report; what is thrown is a failing machine.
  public func run(
    progress: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) async throws -> Report {
    var report = Report()
    do {
      try await run(&report, progress)
    } catch let diagnostic as Diagnostic {
      report.diagnostics.append(diagnostic)
    }
    report.diagnostics = report.diagnostics.sortedByPlace
    return report
  }

  private func run(
    _ report: inout Report, _ progress: @escaping @Sendable (BuildEvent) -> Void
  ) async throws {
    let session = try await BookSession.open(folder: folder, jobs: jobs, progress: progress)
    let (book, mistakes) = BookLoader.load(folder: folder)
    let all = book.chapters.flatMap { ExperimentJob.jobs(of: $0, seeds: seeds) }
    for id in ids where !all.contains(where: { $0.experiment.id == id }) {
      throw Diagnostic(
        rule: "unknown-experiment", "There is no experiment “\(id)” in this book.",
        hint: Self.hint(for: id, among: all.map(\.experiment.id)))
    }
    let chosen = all.filter { ids.contains($0.experiment.id) && !$0.isHit(by: mistakes) }
    // Mistakes in other chapters are no hindrance here.
    let chapters = Set(all.filter { ids.contains($0.experiment.id) }.map(\.chapter))
    report.diagnostics += mistakes.filter { $0.path.map(chapters.contains) ?? true }
    let outcome = try await session.pass(progress: progress).compute(chosen)
    report.diagnostics += outcome.diagnostics
    var review = ClaimReview()
    for finished in outcome.finished { review.add(finished.result, of: finished.job) }
    report.diagnostics += review.diagnostics
    report.finished = ids.flatMap { id in
      outcome.finished.filter { $0.job.experiment.id == id }.map {
        Finished(id: id, result: $0.result, printed: $0.printed)
      }
    }
  }

  private static func hint(for id: String, among ids: [String]) -> String {
    let near = NearestName.suggestions(for: id, among: ids)
    if !near.isEmpty { return "Did you mean \(near.joined(separator: ", "))?" }
    return "There are: " + ids.prefix(12).joined(separator: ", ")
      + (ids.count > 12 ? " and \(ids.count - 12) more." : ".")
  }
}
