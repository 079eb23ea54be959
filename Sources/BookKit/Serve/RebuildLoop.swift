/// Builds a book, waits for the next change under `chapters/`, and builds again.
struct RebuildLoop {
  let watch: FolderWatch
  /// A change came while a build was at work.
  let restarting: @Sendable () -> Void
  /// One build.
  let build: @Sendable () async throws -> Void

  /// Goes on until its task is cancelled or a build throws.
  func run() async throws {
    while true { try await buildUntilChange() }
  }

  /// One build, and the wait for the next change. A change ends a build that is still at work: what
  /// it would show is old, and the Results that it has are kept.
  private func buildUntilChange() async throws {
    let changes = watch.changes
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { [build] in
        try await build()
        return false
      }
      group.addTask {
        for await _ in changes { break }
        return true
      }
      let isChanged = try await group.next() ?? false
      if isChanged {
        restarting()
        group.cancelAll()
      } else {
        _ = try await group.next()
      }
    }
    try Task.checkCancellation()
  }
}
