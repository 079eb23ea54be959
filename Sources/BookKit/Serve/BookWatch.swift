/// Builds a book at every change, for `regbook build --watch`.
public struct BookWatch: Sendable {
  private let build: BookBuild

  /// A watch that repeats a build.
  public init(_ build: BookBuild) { self.build = build }

  /// Runs until its task is cancelled. Mistakes of the author are told; what is thrown keeps it from
  /// starting, or is a failing machine.
  public func run(tell: @escaping @Sendable (PreviewEvent) -> Void) async throws {
    try BookFolder.check(build.folder)
    let watch = try FolderWatch(book: build.folder)
    defer { watch.stop() }
    try await RebuildLoop(watch: watch, restarting: { tell(.restarting) }) {
      let report = try await build.run { tell(.build($0)) }
      if !Task.isCancelled { tell(.built(report)) }
    }.run()
  }
}
