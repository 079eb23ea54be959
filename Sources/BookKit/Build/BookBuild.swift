import Foundation
import Results

/// One build of a book: chapters in, a site out, or a list of what is wrong and nothing written.
public struct BookBuild: Sendable {
  /// The book's folder, absolute.
  public let folder: String
  /// The site's folder, absolute.
  public let output: String
  let options: BuildOptions
  var settings = BuildSettings()
  /// Whether everything is done but the writing: neither pages nor Results are kept.
  var isTrial = false

  /// A build of the book in `folder` into `output` (`folder/output` by default).
  public init(folder: String, output: String? = nil, options: BuildOptions = BuildOptions()) {
    self.folder = BookFolder.absolute(folder)
    self.output = BookFolder.absolute(output ?? self.folder + "/output")
    self.options = options
  }

  /// Builds. Mistakes of the author are in the report; what is thrown is a failing machine.
  public func run(
    progress: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) async throws -> BuildReport {
    let clock = ContinuousClock()
    let start = clock.now
    var report = BuildReport(isStrict: options.isStrict)
    do {
      try await build(&report, progress)
    } catch let diagnostic as Diagnostic {
      report.diagnostics.append(diagnostic)
    }
    report.diagnostics = report.diagnostics.sortedByPlace
    report.seconds = (clock.now - start) / .seconds(1)
    return report
  }

  private func build(
    _ report: inout BuildReport, _ progress: @escaping @Sendable (BuildEvent) -> Void
  ) async throws {
    let session = try await BookSession.open(
      folder: folder, jobs: options.jobs, settings: settings, progress: progress)
    let target = OutputFolder(output, workspace: session.workspace)
    if !isTrial {
      target.recover()
      if let obstacle = target.obstacle() { throw obstacle }
    }

    let inputs =
      isTrial ? nil : BuildInputs(folder: folder, options: options, toolkit: session.toolkit)
    if let inputs, let last = unchanged(inputs, session.workspace) {
      for id in last.experiments { progress(.cached(experiment: id)) }
      return report.add(last)
    }
    let (loaded, mistakes) = BookLoader.load(folder: folder)
    let book = loaded.published
    report.diagnostics += mistakes
    if options.failsFast, !report.succeeded { return }
    let memory = ScriptMemory(
      path: isTrial ? session.workspace.copyOfMemory() : session.workspace.memory)
    let found = try await results(of: book, mistakes, memory, session, &report, progress)
    if options.failsFast, !report.succeeded { return }
    let site = try renderer(book, found, memory, inputs, session).render()
    report.diagnostics += site.diagnostics.filter { !$0.isExplained(by: mistakes) }
    guard report.succeeded, let inputs else { return }
    try target.write(site)
    report.pages = site.files.filter { $0.path.hasSuffix(".html") }
      .map { BuildReport.Page(path: $0.path, bytes: $0.bytes.count) }
    remember(report, of: book, found.results, inputs, session)
  }

  private func renderer(
    _ book: Book, _ found: BookResults, _ memory: ScriptMemory, _ inputs: BuildInputs?,
    _ session: borrowing BookSession
  ) -> SiteRenderer {
    let workspace = session.workspace
    var renderer = SiteRenderer(
      book: book, results: found.results, theme: session.toolkit.layout.theme, bookFolder: folder)
    renderer.memory = memory
    if let inputs {
      // Another program may draw the same Result in another way.
      renderer.drawings = DrawingMemory.Place(
        folder: workspace.drawings,
        fingerprints: found.hashes.mapValues { ResultKey.hash([BuildInputs.program, $0]) })
      renderer.pages = PageMemory.Place(
        folder: workspace.pages, look: inputs.look, fingerprints: found.hashes)
    }
    return renderer
  }

  /// The last build, if this one would only come to the same.
  private func unchanged(_ inputs: BuildInputs, _ workspace: Workspace) -> LastBuild? {
    guard options.refresh == .nothing, let last = LastBuild(in: workspace),
      last.read == inputs.hash, last.written == LastBuild.written(output: output, workspace)
    else { return nil }
    return last
  }

  private func remember(
    _ report: BuildReport, of book: Book, _ results: [String: ExperimentResult],
    _ inputs: BuildInputs, _ session: borrowing BookSession
  ) {
    // What was edited while the build was at work, or lies where nobody looks, is built again.
    guard inputs.isCertain,
      inputs == BuildInputs(folder: folder, options: options, toolkit: session.toolkit),
      results.values.allSatisfy({ $0.inputs.allSatisfy { $0.path.hasPrefix("chapters/") } })
    else { return }
    let experiments = Self.jobs(of: book, options).map(\.experiment.id)
    let written = LastBuild.written(output: output, session.workspace)
    LastBuild(report, experiments: experiments, read: inputs.hash, written: written)
      .write(in: session.workspace)
  }
}

extension Diagnostic {
  /// Mistakes of these rules may keep an experiment out of the book.
  private static let hiding = Set(
    (Rule.files.rules + Rule.fences.rules).map(\.id)
      + ["unclosed-front-matter", "nesting-too-deep"])

  /// Whether it may only say again that an experiment could not be read, whose values are missing then.
  fileprivate func isExplained(by mistakes: [Diagnostic]) -> Bool {
    rule == "unknown-value"
      && mistakes.contains { $0.severity == .error && Self.hiding.contains($0.rule) }
  }
}
