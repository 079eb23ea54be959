/// A build that writes nothing, for `regbook check`.
public struct BookCheck: Sendable {
  var build: BookBuild

  /// The book's folder, absolute.
  public var folder: String { build.folder }

  /// A check of the book in `folder`, with `seeds` (a count or `A..B`) instead of what its fences say.
  public init(folder: String, seeds: String? = nil, jobs: Int? = nil) {
    build = BookBuild(folder: folder, jobs: jobs)
    build.seeds = seeds
    build.isTrial = true
  }

  /// Checks. Mistakes of the author are in the report; what is thrown is a failing machine.
  public func run(
    progress: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) async throws -> BuildReport {
    try await build.run(progress: progress)
  }
}
