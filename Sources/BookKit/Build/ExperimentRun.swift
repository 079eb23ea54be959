import Foundation
import Results

/// Computes some experiments whatever the cache holds, for `regbook run`.
public struct ExperimentRun: Sendable {
  /// One experiment's Result.
  public struct Finished: Sendable, Encodable {
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
    /// How many claims held, of how many.
    public var claims = (held: 0, all: 0)
    /// Whether every experiment gave a Result and every claim held.
    public var succeeded: Bool { !diagnostics.contains { $0.severity == .error } }

    /// The Results as JSON.
    public var json: String {
      get throws { try ResultCoding.text(of: finished) }
    }
  }

  /// The book's folder, absolute.
  public let folder: String
  private let ids: [String]
  private let options: BuildOptions

  /// A run of the experiments `ids` of the book in `folder`.
  public init(folder: String, ids: [String], options: BuildOptions = BuildOptions()) {
    self.folder = BookFolder.absolute(folder)
    self.ids = ids
    self.options = options
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
    let session = try await BookSession.open(folder: folder, jobs: options.jobs, progress: progress)
    let (book, mistakes) = BookLoader.load(folder: folder)
    let all = BookBuild.jobs(of: book, options)
    try UnknownExperiment.check(ids, among: all.map(\.experiment.id))
    let chosen = all.filter { ids.contains($0.experiment.id) && !$0.isHit(by: mistakes) }
    // Mistakes in other chapters are no hindrance here.
    let chapters = Set(all.filter { ids.contains($0.experiment.id) }.map(\.chapter))
    report.diagnostics += mistakes.filter { $0.path.map(chapters.contains) ?? true }
    progress(.planned(chosen.map { .init($0, in: session.workspace) }))
    let outcome = try await session.pass(progress: progress).compute(chosen)
    report.diagnostics += outcome.diagnostics
    var review = ClaimReview()
    for finished in outcome.finished { review.add(finished.result, of: finished.job) }
    report.diagnostics += review.diagnostics
    report.claims = (review.held, review.held + review.refuted + review.undecided)
    report.finished = ids.flatMap { id in
      outcome.finished.filter { $0.job.experiment.id == id }.map {
        Finished(id: id, result: $0.result, printed: $0.printed)
      }
    }
  }
}
