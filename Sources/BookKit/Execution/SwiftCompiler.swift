import Foundation
import Subprocess

/// The Swift compiler of this machine.
enum SwiftCompiler {
  /// `$REGBOOK_SWIFTC`, or the first `swiftc` on the PATH.
  static func locate(environment: [String: String]) throws(Diagnostic) -> String {
    if let path = environment["REGBOOK_SWIFTC"], !path.isEmpty {
      if access(path, X_OK) == 0 { return path }
      throw Diagnostic(
        rule: "swiftc-missing", "REGBOOK_SWIFTC names \(path), which is not a program.",
        hint: "Set it to a compiler of Swift 6.2 or later, or unset it to take the one on the PATH."
      )
    }
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let path = "\(folder)/swiftc"
      if access(path, X_OK) == 0, !Files.isFolder(path) { return path }
    }
    throw Diagnostic(
      rule: "swiftc-missing", "There is no swiftc on the PATH, so no experiment can be compiled.",
      hint:
        "Install Swift 6.2 or later (https://www.swift.org/install), or set REGBOOK_SWIFTC to its program."
    )
  }

  /// What `swiftc --version` says. It takes 50 ms, so it is remembered while the file is the same.
  static func version(of swiftc: String, stamps: StampedCache) async throws -> String {
    let file = Files.resolved(swiftc) ?? swiftc
    // swiftly's proxy stays the same file when the toolchain behind it changes.
    if file.hasSuffix("/swiftly") { return try await askVersion(swiftc) }
    return try await stamps.value("compiler", of: [file]) { try await askVersion(swiftc) }
  }

  private static func askVersion(_ swiftc: String) async throws -> String {
    let answer = try? await run(
      .path(.init(swiftc)), arguments: ["--version"], output: .string(limit: 1 << 16),
      error: .discarded)
    guard let answer, answer.terminationStatus.isSuccess, !answer.standardOutput.isEmpty else {
      throw Diagnostic(
        rule: "swiftc-missing", "\(swiftc) does not answer `--version`.",
        hint: "Check that it is a working compiler of Swift 6.2 or later.")
    }
    return answer.standardOutput
  }
}
