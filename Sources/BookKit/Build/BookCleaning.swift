import Foundation

/// Deletes what builds keep beside the site, for `regbook clean`.
public struct BookCleaning: Sendable {
  private let folder: String
  private let progress: @Sendable (BuildEvent) -> Void

  /// A cleaning of the book in `folder`; `progress` is told of a build that has to end first.
  public init(folder: String, progress: @escaping @Sendable (BuildEvent) -> Void) {
    self.folder = BookFolder.absolute(folder)
    self.progress = progress
  }

  /// Deletes what no chapter reaches any more and says what it was. A mistake is thrown as a
  /// `Diagnostic`.
  public func collect() async throws -> String {
    let session = try await BookSession.open(folder: folder, jobs: 1, progress: progress)
    let (book, _) = BookLoader.load(folder: folder)
    let jobs = BookBuild.jobs(of: book, BuildOptions())
    let toolkit = session.toolkit
    let cache = ResultCache(workspace: session.workspace)
    let deleted = cache.collect(reachable: jobs.map { $0.key(toolkit: toolkit) })
    let ids = Set(jobs.map { $0.experiment.id + ".json" })
    for name in Files.names(in: session.workspace.runs) where !ids.contains(name) {
      unlink("\(session.workspace.runs)/\(name)")
    }
    for name in Files.names(in: session.workspace.engines)
    where !name.hasPrefix(toolkit.engine.prefix(24)) {
      unlink("\(session.workspace.engines)/\(name)")
    }
    return "\(deleted.files) Results that no chapter reaches, \((deleted.bytes + 999) / 1000) kB"
  }

  /// Deletes everything that builds keep. The site stays.
  public func deleteAll() async throws -> String {
    try BookFolder.check(folder)
    let workspace = Workspace(book: folder)
    guard Files.exists(workspace.folder) else { return "nothing: there is no .regbook/" }
    // A build that is at work would fail in the middle.
    let lock = try await FolderLock.acquire(workspace.lock) { progress(.waiting) }
    try FileManager.default.removeItem(atPath: workspace.folder)
    _ = consume lock
    return ".regbook/"
  }
}
