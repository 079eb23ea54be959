import Foundation
import Results

/// Builds a book in several ways, which must give the same bytes, and compares them with its
/// committed site, for `regbook verify`.
public struct BookVerification: Sendable {
  /// What came of it.
  public struct Report: Sendable {
    /// What was found to be the same, and what could not be compared.
    public var findings: [String] = []
    /// The first difference, or why there is nothing to compare.
    public var diagnostics: [Diagnostic] = []
    /// Whether no difference was found.
    public var succeeded: Bool { diagnostics.isEmpty }
  }

  /// The book's folder, absolute.
  public let folder: String
  var executable = Files.resolved("/proc/self/exe") ?? CommandLine.arguments[0]
  var variants = BuildVariant.all

  /// A verification of the book in `folder`.
  public init(folder: String) { self.folder = BookFolder.absolute(folder) }

  /// Verifies. What is thrown is a failing machine.
  public func run(progress: @escaping @Sendable (String) -> Void = { _ in }) async throws -> Report
  {
    var report = Report()
    do {
      try BookFolder.check(folder)
      let temporary = NSTemporaryDirectory() + "regbook-verify-" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: temporary) }
      let builds = VariantBuild(book: folder, folder: temporary, executable: executable)
      try await compareVariants(builds, &report, progress)
      try compareCommitted(builds.output(variants[0]), &report)
    } catch let diagnostic as Diagnostic {
      report.diagnostics.append(diagnostic)
    }
    return report
  }

  private func compareVariants(
    _ builds: VariantBuild, _ report: inout Report, _ progress: @escaping @Sendable (String) -> Void
  ) async throws {
    for (index, variant) in variants.enumerated() {
      let label = "\(index + 1)/\(variants.count)"
      progress("build \(label): \(variant.name)")
      try await builds.run(variant) { progress("  \($0)") }
      guard index > 0 else { continue }
      let (first, this) = (builds.output(variants[0]), builds.output(variant))
      if let difference = SiteDifference.first(first, this) {
        throw Diagnostic(
          rule: "not-reproducible",
          difference.sentence(first: "with \(variants[0].name)", second: "with \(variant.name)"),
          hint: "A number or page depends on something besides the book. Does an experiment read a "
            + "clock, the environment, or a file outside chapters/?")
      }
      let count = SiteDifference.files(in: this).count
      report.findings.append(
        "the same bytes in \(count) files: \(variants[0].name); \(variant.name)")
    }
  }

  /// The numbers must agree on every machine, the pages where the same renderers made them.
  private func compareCommitted(_ built: String, _ report: inout Report) throws {
    let committed = folder + "/output"
    guard let data = Files.read(committed + "/results.json") else {
      report.findings.append("there is no output/results.json to compare with")
      return
    }
    guard let old = try? ResultCoding.decode(ResultFile.self, from: data),
      var new = Files.read(built + "/results.json").flatMap({
        try? ResultCoding.decode(ResultFile.self, from: $0)
      })
    else {
      throw Diagnostic(
        rule: "output-differs", "output/results.json is no results.json of regbook.",
        hint: "Build the book again: regbook build")
    }
    let renderers = new.renderers
    new.renderers = old.renderers
    if let difference = SiteDifference(
      file: "results.json", data, Data(try new.bytes()))
    {
      throw differs(difference)
    }
    report.findings.append("output/results.json has the same numbers")
    guard renderers == old.renderers else {
      report.findings.append(
        "pages are not compared: output/ was made with \(old.renderers), this build with \(renderers)"
      )
      return
    }
    // What regbook copies from the system's packages is not committed.
    if let difference = SiteDifference.first(
      committed, built, where: { !$0.hasPrefix("vendor/") })
    {
      throw differs(difference)
    }
    report.findings.append("output/ has the same bytes")
  }

  private func differs(_ difference: SiteDifference) -> Diagnostic {
    Diagnostic(
      rule: "output-differs",
      difference.sentence(first: "in output/", second: "as built now"),
      hint: "If the book was edited since output/ was made, run regbook build.")
  }
}

extension ResultFile.Renderers: CustomStringConvertible {
  /// `cmark 0.30.2, KaTeX 0.16.4, highlight.js sha256:0c76…`
  var description: String {
    [("cmark", cmark), ("KaTeX", katex), ("highlight.js", highlight)]
      .map { "\($0) \($1 ?? "absent")" }.joined(separator: ", ")
  }
}
