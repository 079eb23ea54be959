import Foundation
import Results

/// Everything needed to compile and run chapters, and what identifies it in the cache's keys.
struct Toolkit: Sendable {
  /// Where the engine and the theme are.
  let layout: EngineLayout
  /// The compiler.
  let swiftc: String
  /// What `swiftc --version` says: the compiler and its target.
  let compiler: String
  /// The hash of the engine's library and modules.
  let engine: String

  /// Finds the toolkit of an executable, by default the running one.
  static func locate(
    workspace: Workspace, executable: String?, environment: [String: String]
  ) async throws -> Toolkit {
    let running = Files.resolved("/proc/self/exe") ?? CommandLine.arguments[0]
    let layout = try EngineLayout.locate(executable: executable ?? running)
    let swiftc = try SwiftCompiler.locate(environment: environment)
    let stamps = StampedCache(folder: workspace.stamps)
    return Toolkit(
      layout: layout, swiftc: swiftc,
      compiler: try await SwiftCompiler.version(of: swiftc, stamps: stamps),
      engine: await stamps.value("engine", of: layout.engineFiles) {
        fingerprint(of: layout.engineFiles)
      })
  }

  private static func fingerprint(of files: [String]) -> String {
    var fingerprint = Fingerprint()
    for file in files {
      let data = Files.read(file) ?? Data()
      fingerprint.update("\((file as NSString).lastPathComponent) \(data.count)\n".utf8)
      fingerprint.update(data)
    }
    return fingerprint.hexadecimal
  }
}
