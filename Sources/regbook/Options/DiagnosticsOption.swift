import ArgumentParser
import BookKit

/// `--diagnostics-file`.
struct DiagnosticsOption: ParsableArguments {
  @Option(
    name: .customLong("diagnostics-file"),
    help: "Also writes what is wrong to this file, as JSON in the shape that DocC uses.",
    completion: .file(extensions: ["json"]))
  var path: String?

  func validate() throws {
    guard let path else { return }
    if !DiagnosticFile.canWrite(to: path) {
      throw ValidationError("--diagnostics-file needs a file that can be written, not \(path)")
    }
    if DiagnosticFile.isForeign(path) {
      throw ValidationError(
        "--diagnostics-file needs a new file or one that it wrote before; \(path) is another")
    }
  }

  /// Writes what is wrong to the terminal, and to the file if there is to be one, even if it is
  /// nothing.
  func report(_ diagnostics: [Diagnostic], folder: String) throws {
    Terminal.report(diagnostics, folder: folder)
    if let path { try DiagnosticFile(diagnostics, folder: folder).write(to: path) }
  }
}
