import ArgumentParser
import BookKit

/// `regbook run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs experiments and prints what they say.")

  @Argument(help: "The experiments' ids.")
  var ids: [String]

  @Option(help: "Seeds instead of the fence's: a count, or A..B.")
  var seeds: String?

  @Option(help: "The folder that holds chapters/.")
  var folder = "."

  @Option(name: .shortAndLong, help: "How many cores to use (default: all).")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a positive number, not \(jobs)") }
    if let seeds, !SeedRange.isValid(seeds) {
      throw ValidationError("--seeds needs a count or A..B, not \(seeds)")
    }
  }

  func run() async throws {
    try await Terminal.guarded { [self] in
      let run = ExperimentRun(folder: folder, ids: ids, seeds: seeds, jobs: jobs)
      let report = try await run.run { Terminal.progress($0.description) }
      for finished in report.finished { Terminal.data(finished.text(width: Terminal.width)) }
      Terminal.report(report.diagnostics, folder: run.folder)
      if !report.succeeded { throw ExitCode(1) }
    }
  }
}
