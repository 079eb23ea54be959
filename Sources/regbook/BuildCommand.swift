import ArgumentParser
import BookKit

/// `regbook build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Computes what is stale and writes the site.")

  @Argument(help: "The folder that holds chapters/.")
  var folder = "."

  @Option(name: .shortAndLong, help: "The folder of the site (default: FOLDER/output).")
  var output: String?

  @OptionGroup var jobs: JobsOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      let build = BookBuild(folder: folder, output: output, jobs: jobs.jobs)
      let report = try await build.run { Terminal.progress($0.description) }
      Terminal.report(report.diagnostics, folder: build.folder)
      Terminal.progress(report.summary)
      if !report.succeeded { throw ExitCode(1) }
    }
  }
}
