import ArgumentParser
import BookKit

/// `regbook run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs experiments and prints what they say.")

  @Argument(help: "The experiments' ids.")
  var ids: [String]

  @OptionGroup var seeds: SeedsOption

  @Option(help: "The folder that holds chapters/.")
  var folder = "."

  @OptionGroup var jobs: JobsOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      let run = ExperimentRun(folder: folder, ids: ids, seeds: seeds.seeds, jobs: jobs.jobs)
      let report = try await run.run { Terminal.progress($0.description) }
      for finished in report.finished { Terminal.data(finished.text(width: Terminal.width)) }
      Terminal.report(report.diagnostics, folder: run.folder)
      if !report.succeeded { throw ExitCode(1) }
    }
  }
}
