import Foundation

/// Looks at everything that a build needs, for `regbook doctor`.
public struct Doctor: Sendable {
  /// The book's folder, absolute.
  public let folder: String
  var executable = Files.resolved("/proc/self/exe") ?? CommandLine.arguments[0]
  var environment = ProcessInfo.processInfo.environment
  var packages = WebPackages()

  /// A look at the machine and at the book in `folder`.
  public init(folder: String) { self.folder = BookFolder.absolute(folder) }

  /// Everything that was looked at, one after the other.
  public func findings() async throws -> [DoctorFinding] {
    var findings = await [compiler(), linker(), engine()]
    findings += [cmark, duktape, katex, highlight, book]
    if Files.isFolder(folder) { findings.append(writing) }
    findings += Machine.findings()
    // What is known to be missing needs no trial.
    if !findings.contains(where: { $0.state == .bad }) { findings.append(try await trial()) }
    return findings
  }

  /// A small book, built: what no list of files can show, such as an engine of another compiler.
  private func trial() async throws -> DoctorFinding {
    let temporary = NSTemporaryDirectory() + "regbook-doctor-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    do {
      _ = try NewBook(folder: temporary).write()
      var build = BookBuild(folder: temporary)
      build.settings.executable = executable
      let report = try await build.run()
      if let error = report.diagnostics.first { throw error }
      return DoctorFinding(.ok, "a small book", "compiles, runs and renders; \(report.counts)")
    } catch let diagnostic as Diagnostic {
      return DoctorFinding("a small book", diagnostic)
    }
  }
}
