import Foundation
import Subprocess
import Testing

@testable import BookKit

/// A book in a fresh folder, built in this process with the real compiler.
final class BuildCase: Sendable {
  let folder: String
  let limits = RunLimits(memory: 256 << 20)

  /// The executable beside the test bundle, and so the engine of this build.
  static let executable =
    (Bundle.module.bundlePath as NSString).deletingLastPathComponent + "/regbook"

  /// The real program, as a user starts it.
  static func regbook(
    _ arguments: [String], environment: Environment = .inherit
  ) async throws -> (status: TerminationStatus, output: String, errors: String) {
    let end = try await run(
      .path(.init(executable)), arguments: Arguments(arguments), environment: environment,
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return (end.terminationStatus, end.standardOutput, end.standardError)
  }

  /// A copy of `Cases/build/NAME`.
  convenience init(case name: String) throws {
    try self.init()
    try FileManager.default.copyItem(
      atPath: Self.source(of: name) + "/chapters", toPath: folder + "/chapters")
  }

  /// A book of one chapter.
  convenience init(chapter: String) throws {
    try self.init()
    try write(chapter)
  }

  init() throws {
    folder = NSTemporaryDirectory() + "regbook-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    chmod(folder + "/output", 0o755)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Where a case lies in the repository, for rewriting what it expects.
  static func source(of name: String) -> String {
    (#filePath as NSString).deletingLastPathComponent + "/Cases/build/" + name
  }

  func write(_ text: String, to name: String = "chapters/01-one.md") throws {
    let path = "\(folder)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Writes a program. A process of its own does it: while this one has a program open to write, a
  /// child that another test starts would hold it open too, and no one could run it ("text file busy").
  func writeProgram(_ text: String, to name: String) async throws {
    let end = try await run(
      .path("/bin/sh"), arguments: ["-c", "cat > \"$0\" && chmod 755 \"$0\"", "\(folder)/\(name)"],
      input: .string(text), output: .discarded, error: .string(limit: 1 << 10))
    try #require(end.terminationStatus.isSuccess, "\(end.standardError)")
  }

  func read(_ name: String) -> String? {
    Files.read("\(folder)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the first experiment of a build at work has begun.
  static func started(in work: String) -> Bool {
    let builds = (try? FileManager.default.contentsOfDirectory(atPath: work)) ?? []
    return builds.contains { Files.exists("\(work)/\($0)/0/run-0/started") }
  }

  /// What makes a build independent of this machine's settings.
  var settings: BuildSettings {
    // The compiler's own cache is the same for all books; making it takes over a second.
    BuildSettings(
      limits: limits, executable: Self.executable,
      modules: NSTemporaryDirectory() + "regbook-test-modules")
  }

  func build(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> BuildReport {
    var options = BuildOptions()
    options.jobs = 2
    change(&options)
    var build = BookBuild(folder: folder, options: options)
    build.settings = settings
    return try await build.run()
  }
}

extension BuildReport {
  /// The report without what differs from run to run.
  func text(folder: String) -> String {
    let lines = diagnostics.map { diagnostic in
      let place = diagnostic.span.map { ":\($0.line):\($0.column)" } ?? ""
      let hint = diagnostic.hint.map { "\n  hint: \($0)" } ?? ""
      return "\(diagnostic.path ?? "-")\(place): \(diagnostic.severity.rawValue): "
        + "\(diagnostic.message) [\(diagnostic.rule)]\(hint)\n"
    }
    let counts = "pages \(pages.count), run \(ran), cached \(cached), failed \(failed)\n"
    return (lines.joined() + counts).replacing(folder, with: "BOOK")
  }
}
