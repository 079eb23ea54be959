import Foundation
import Subprocess

/// Builds a copy of a book from nothing, in a process of its own.
struct VariantBuild: Sendable {
  /// The book's folder.
  let book: String
  /// The folder for the copies.
  let folder: String
  /// The program of regbook.
  let executable: String

  /// Where the variant's site is.
  func output(_ variant: BuildVariant) -> String { "\(folder)/\(variant.folder)/output" }

  /// Builds; what the build tells is passed on line by line.
  func run(_ variant: BuildVariant, progress: @Sendable (String) -> Void) async throws {
    let copy = "\(folder)/\(variant.folder)"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: book + "/chapters", toPath: copy + "/chapters")
    var options = PlatformOptions()
    options.processGroupID = 0
    // The build stops its own children when it is asked to.
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(5))
    ]
    var changes: [Environment.Key: String?] = [:]
    for (name, value) in variant.environment {
      changes[Environment.Key(stringLiteral: name)] = value
    }
    let result = try await Subprocess.run(
      .path(.init(executable)),
      arguments: [
        "build", "--folder", copy, "--output", copy + "/output", "--jobs", String(variant.jobs),
      ],
      environment: .inherit.updating(changes), platformOptions: options, input: .none,
      output: .discarded, error: .sequence
    ) { execution in
      for try await line in execution.standardError.strings() { progress(line) }
    }
    try Task.checkCancellation()
    if !result.terminationStatus.isSuccess {
      throw Diagnostic(
        rule: "verify-build-failed",
        "The build with \(variant.name) failed; what it says is above.",
        hint: "Make `regbook build` succeed first.")
    }
  }
}
