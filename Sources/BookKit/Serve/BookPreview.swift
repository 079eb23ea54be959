import Foundation

/// Serves a book's site to the browsers of this machine, and builds it again at every change.
public struct BookPreview: Sendable {
  /// The book's folder, absolute.
  public let folder: String
  private let output: String
  private let port: Int
  private let options: BuildOptions
  var settings = BuildSettings()

  /// A preview of the book in `folder`, built into `output` (`folder/output` by default), on `port`
  /// or the next one that is free.
  public init(
    folder: String, output: String? = nil, port: Int, options: BuildOptions = BuildOptions()
  ) {
    self.folder = BookFolder.absolute(folder)
    self.output = BookFolder.absolute(output ?? self.folder + "/output")
    self.port = port
    self.options = options
  }

  /// Runs until its task is cancelled. Mistakes of the author are told and shown on the pages; what
  /// is thrown keeps it from starting.
  public func run(tell: @escaping @Sendable (PreviewEvent) -> Void) async throws {
    try BookFolder.check(folder)
    let executable = settings.executable ?? Files.resolved("/proc/self/exe") ?? ""
    let script = try PreviewScript(theme: EngineLayout.locate(executable: executable).theme)
    let site = PreviewSite(output: output, script: script)
    let watch = try FolderWatch(book: folder)
    defer { watch.stop() }
    let server = try HTTPServer(port: port)
    server.start(site.answer)
    defer { server.stop() }
    tell(
      .serving(
        address: "http://localhost:\(server.port)/", taken: server.port == port ? nil : port))
    try await RebuildLoop(watch: watch, restarting: { tell(.restarting) }) {
      try await build(site, server, tell)
    }.run()
  }

  private func build(
    _ site: PreviewSite, _ server: HTTPServer, _ tell: @escaping @Sendable (PreviewEvent) -> Void
  ) async throws {
    site.begin()
    server.broadcast(site.state.event)
    var build = BookBuild(folder: folder, output: output, options: options)
    build.settings = settings
    var report: BuildReport
    do {
      report = try await build.run { tell(.build($0)) }
    } catch  where !Task.isCancelled {
      // The disk may have room again at the next save.
      report = BuildReport()
      report.diagnostics = [
        Diagnostic(
          rule: "build-failed", "The machine failed: \(MachineFailure(error)).",
          hint: "Mend that and save again.")
      ]
    }
    if Task.isCancelled { return }
    let printer = DiagnosticPrinter(folder: folder, color: false)
    site.end(
      report.diagnostics.map {
        PreviewState.Mistake(severity: $0.severity, text: printer.text($0))
      })
    server.broadcast(site.state.event)
    tell(.built(report))
  }
}
