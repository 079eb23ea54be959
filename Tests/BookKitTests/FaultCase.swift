import Foundation
import Subprocess

@testable import BookKit

/// A book that the real program builds while something goes wrong.
struct FaultCase {
  let book: BuildCase

  /// Two chapters of two experiments, with all that a page can hold: enough for every phase of a build.
  init() throws {
    book = try BuildCase()
    for number in 1...2 {
      try book.write(Self.chapter(number), to: "chapters/0\(number)-chapter.md")
    }
  }

  static func chapter(_ number: Int) -> String {
    """
    # Chapter \(number)

    The price is $\\lambda = {{first-\(number).sum}}$; see [the other](0\(3 - number)-chapter.md).

    ```swift experiment first-\(number)
    record("sum", (1...\(number + 2)).reduce(0, +))
    ```

    ```swift experiment second-\(number) seeds=3
    let squares = seeds { seed in seed * seed }
    claim("Squares are positive.", squares > 0)
    figure("squares", "Squares.", x: Axis(label: "seed"), y: Axis(label: "square")) {
      Line("square", x: [1, 2, 3], y: [1, 4, 9])
    }
    ```

    """
  }

  /// Builds to the end.
  func build(
    _ arguments: [String] = [], environment: Environment = .inherit
  ) async throws -> (status: TerminationStatus, errors: String) {
    let end = try await BuildCase.regbook(
      ["build", "--folder", book.folder] + arguments, environment: environment)
    return (end.status, end.errors)
  }

  /// Builds, and kills regbook alone (what it started may go on) as soon as `wait` returns; false if the
  /// build ended before.
  func buildAndKill(
    _ arguments: [String] = [], wait: @Sendable () async throws -> Void
  ) async throws -> Bool {
    let end = try await run(
      .path(.init(BuildCase.executable)),
      arguments: Arguments(["build", "--folder", book.folder, "--quiet"] + arguments), input: .none,
      output: .discarded, error: .discarded
    ) { execution in
      try await wait()
      try? execution.send(signal: .kill)
    }
    return end.terminationStatus == .signaled(9)
  }

  /// Every file of the site with its bytes.
  func site(_ output: String = "output") throws -> [String: Data] {
    try Self.files(in: "\(book.folder)/\(output)")
  }

  static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [] {
      let path = "\(folder)/\(name)"
      if !Files.isFolder(path) { files[name] = Files.read(path) }
    }
    return files
  }

  /// The bytes of a build that nothing disturbed, in another folder.
  static func undisturbed() async throws -> [String: Data] {
    let calm = try FaultCase()
    _ = try await calm.build()
    return try calm.site()
  }
}
