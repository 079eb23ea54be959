import Foundation
import Results

/// Whether an experiment would run at the next build, and why, for `regbook explain`.
public struct BookExplanation: Sendable, Codable {
  /// One experiment.
  public struct Entry: Sendable, Codable, Equatable {
    /// Its id.
    public var id: String
    /// Its chapter and the line of its fence.
    public var place: String
    /// Whether its Result is there and current.
    public var isCurrent: Bool
    /// Why it would run at the next build, or why it ran the last time; nil where that is not known.
    public var reason: String?
    /// How long its last run took, in seconds; nil if it has not run here.
    public var seconds: Double?

    /// `l1-zeros (chapters/1-survey/03-norm-penalties.md:41) will run: code changed; … the same`
    public var text: String {
      let name = "\(id) (\(place))"
      if !isCurrent { return "\(name) will run: \(reason ?? "")" }
      let ran = seconds.map { " in \(SecondsText.text($0))" } ?? ""
      return "\(name) is current" + (reason.map { "; it last ran\(ran) because: \($0)" } ?? "")
    }
  }

  /// The experiments, in the order of the book or of the ids.
  public let experiments: [Entry]

  /// Explains the experiments `ids` of the book in `folder`; all of them if there are none. A mistake
  /// is thrown as a `Diagnostic`; `progress` is told of another build that has to end first.
  public init(
    folder: String, ids: [String] = [], progress: @Sendable (BuildEvent) -> Void
  ) async throws {
    try await self.init(folder: folder, ids: ids, settings: BuildSettings(), progress: progress)
  }

  init(
    folder: String, ids: [String], settings: BuildSettings,
    progress: @Sendable (BuildEvent) -> Void = { _ in }
  ) async throws {
    let folder = BookFolder.absolute(folder)
    let session = try await BookSession.open(
      folder: folder, jobs: 1, settings: settings, progress: progress)
    let (book, _) = BookLoader.load(folder: folder)
    let jobs = BookBuild.jobs(of: book, BuildOptions())
    try UnknownExperiment.check(ids, among: jobs.map(\.experiment.id))
    let cache = ResultCache(workspace: session.workspace)
    let toolkit = session.toolkit
    let chosen = ids.isEmpty ? jobs : ids.flatMap { id in jobs.filter { $0.experiment.id == id } }
    experiments = chosen.map { job in
      let key = job.key(toolkit: toolkit)
      let answer = cache.answer(to: key)
      let record = RunRecord(of: key.id, in: cache.workspace)
      var isCurrent = false
      if case .result = answer { isCurrent = true }
      // The last run may have been of another text, to which the author has come back since.
      let lastReason = record?.key == key ? record?.reason : nil
      return Entry(
        id: key.id, place: "\(job.chapter):\(job.experiment.span.line)", isCurrent: isCurrent,
        reason: isCurrent ? lastReason : Staleness(answer, key: key, cache: cache).reason,
        seconds: record?.seconds)
    }
  }

  /// The experiments as JSON.
  public var json: String {
    get throws { try ResultCoding.text(of: experiments) }
  }
}
