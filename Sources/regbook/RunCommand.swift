import ArgumentParser
import BookKit

/// `regbook run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs experiments and prints what they say.",
    discussion: """
      Compiles and runs them whatever earlier builds know, and shows values, claims, tables and figures in \
      the terminal. Pages stay as they are.

        regbook run l1-zeros
        regbook run l1-zeros three-lines --seeds 101..110
        regbook run l1-zeros --format json

      The status is 1 if an experiment fails or a claim does not hold.
      """)

  @Argument(help: "The experiments' ids.")
  var ids: [String]

  @OptionGroup var seeds: SeedsOption

  @OptionGroup var book: FolderOption

  @OptionGroup var jobs: JobsOption
  @OptionGroup var format: FormatOption
  @OptionGroup var problems: DiagnosticsOption
  @OptionGroup var display: ProgressOptions

  func run() async throws {
    try await Terminal.guarded { [self] in
      var options = jobs.options
      options.seeds = seeds.seeds
      let run = ExperimentRun(folder: book.folder, ids: ids, options: options)
      let display = display.display(jobs: options.jobs)
      let report = try await display.during { try await run.run { display.show($0) } }
      switch format.format {
      case .json: Terminal.data(try report.json + "\n")
      case .text:
        for finished in report.finished { Terminal.data(finished.text(width: Terminal.width)) }
      }
      try problems.report(report.diagnostics, folder: run.folder)
      if report.claims.all > 0 {
        display.show("\(report.claims.held) of \(report.claims.all) claims held")
      }
      if !report.succeeded { throw ExitCode(1) }
    }
  }
}
