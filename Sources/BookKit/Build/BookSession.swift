import Foundation

/// A command's exclusive hold on a book's workspace, and the toolkit it works with.
struct BookSession: ~Copyable {
  let workspace: Workspace
  let toolkit: Toolkit
  let jobs: Int
  let limits: RunLimits
  private let lock: FolderLock

  /// Checks that there is a book, waits for other builds to end, and prepares the workspace.
  static func open(
    folder: String, jobs: Int, settings: BuildSettings = BuildSettings(),
    progress: @Sendable (BuildEvent) -> Void
  ) async throws -> BookSession {
    try BookFolder.check(folder)
    let workspace = Workspace(book: folder, modules: settings.modules)
    do {
      try FileManager.default.createDirectory(
        atPath: workspace.folder, withIntermediateDirectories: true)
      let lock = try await FolderLock.acquire(workspace.lock) { progress(.waiting) }
      try workspace.prepare(jobs: jobs)
      guard workspace.folders.allSatisfy(Files.isWritable) else { throw notWritable(workspace) }
      let toolkit = try await Toolkit.locate(
        workspace: workspace, executable: settings.executable, environment: settings.environment)
      EngineListing.remember(toolkit, in: workspace)
      return BookSession(
        workspace: workspace, toolkit: toolkit, jobs: jobs, limits: settings.limits, lock: lock)
    } catch is CocoaError {
      throw notWritable(workspace)
    } catch is POSIXError {
      throw notWritable(workspace)
    }
  }

  deinit {
    // Programs are of no use to the next command; a build that was killed leaves them to it.
    try? FileManager.default.removeItem(atPath: workspace.work)
  }

  private static func notWritable(_ workspace: Workspace) -> Diagnostic {
    Diagnostic(
      rule: "workspace-not-writable",
      "\(workspace.folder), where regbook keeps its results, cannot be written.",
      hint: "Make it and the folders in it writable (`chmod u+w`); the disk may also be full.")
  }

  /// What computes experiments with this session's toolkit.
  func pass(
    stop: StopFlag? = nil, progress: @escaping @Sendable (BuildEvent) -> Void,
    keep: @escaping @Sendable (ExperimentPass.Finished) throws -> [Diagnostic] = { _ in [] }
  ) -> ExperimentPass {
    ExperimentPass(
      toolkit: toolkit, workspace: workspace, limits: limits, jobs: jobs, progress: progress,
      keep: keep, stop: stop)
  }
}
