import Foundation
import Results

/// The last build that wrote a site: while everything that it read and wrote is untouched, the next one
/// has nothing to do.
struct LastBuild: Codable, Sendable {
  /// What the build read.
  var read: String
  /// The site and the Results.
  var written: String
  /// The experiments in the book's order.
  var experiments: [String]
  /// The warnings.
  var diagnostics: [Diagnostic]
  /// The pages.
  var pages: [BuildReport.Page]
  /// How many claims held.
  var held: Int

  /// The last build in a workspace; nil if there was none.
  init?(in workspace: Workspace) {
    guard let data = Files.read(workspace.lastBuild),
      let last = try? JSONDecoder().decode(LastBuild.self, from: data)
    else { return nil }
    self = last
  }

  init(_ report: BuildReport, experiments: [String], read: String, written: String) {
    self.read = read
    self.written = written
    self.experiments = experiments
    diagnostics = report.diagnostics
    pages = report.pages
    held = report.held
  }

  /// Remembers it in the place of the one before.
  func write(in workspace: Workspace) {
    // Without a place to remember it the next build looks at everything, which is only slower.
    guard let data = try? ResultCoding.encode(self) else { return }
    try? Files.writeAtomically(data, to: workspace.lastBuild)
  }

  /// The hash of the site and of the Results.
  static func written(output: String, _ workspace: Workspace) -> String {
    FolderStamp(output).hash + FolderStamp(workspace.results).hash
  }
}
