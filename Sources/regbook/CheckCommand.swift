import ArgumentParser
import BookKit

/// `regbook check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Does all that a build does, but writes nothing.",
    discussion: """
      Chapters are read, experiments compiled and run, claims decided, pages made and thrown away. Results \
      of earlier builds are used; new ones are not kept. With --seeds the claims are tried again on seeds \
      that nobody has seen:

        regbook check
        regbook check --seeds 101..110

      The status is 1 if anything is wrong, so also if one claim did not hold.
      """)

  @OptionGroup var book: FolderOption

  @OptionGroup var seeds: SeedsOption
  @OptionGroup var jobs: JobsOption
  @OptionGroup var severity: SeverityOptions
  @OptionGroup var problems: DiagnosticsOption
  @OptionGroup var display: ProgressOptions

  func run() async throws {
    try await Terminal.guarded { [self] in
      var options = jobs.options
      severity.add(to: &options)
      options.seeds = seeds.seeds
      let check = BookCheck(folder: book.folder, options: options)
      let display = display.display(jobs: options.jobs)
      let report = try await display.during { try await check.run { display.show($0) } }
      try problems.report(report.diagnostics, folder: check.folder)
      display.show(report.findings)
      if !report.succeeded { throw ExitCode(1) }
    }
  }
}
