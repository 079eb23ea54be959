import ArgumentParser
import BookKit

/// `regbook inspect`.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Prints chapters as JSON, as the parser reads them.",
    discussion: """
      For programs, and for seeing how a chapter is understood. The JSON goes to standard output, mistakes go \
      to standard error.

        regbook inspect
        regbook inspect chapters/1-survey/03-norm-penalties.md
      """)

  @Argument(help: "Chapters (default: all).")
  var files: [String] = []

  @OptionGroup var book: FolderOption

  @OptionGroup var problems: DiagnosticsOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      let inspection = try BookInspection(folder: book.folder, files: files)
      Terminal.data(inspection.json + "\n")
      try problems.report(inspection.diagnostics, folder: book.folder)
      if inspection.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }
}
