import ArgumentParser
import BookKit

/// `regbook inspect`.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Prints chapters as JSON, as the parser reads them.")

  @Argument(help: "Chapters (default: all).")
  var files: [String] = []

  @Option(help: "The folder that holds chapters/.")
  var folder = "."

  func run() async throws {
    try await Terminal.guarded { [self] in
      let inspection = try BookInspection(folder: folder, files: files)
      Terminal.data(inspection.json + "\n")
      Terminal.report(inspection.diagnostics, folder: folder)
      if inspection.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }
}
