import ArgumentParser
import BookKit

/// `regbook build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Computes what is stale and writes the site.",
    discussion: """
      Turns chapters/ into output/. Experiments whose code, setup, options, data, engine and compiler are \
      those of an earlier build do not run again. If anything is wrong, all of it is shown and output/ \
      stays as it was.

        regbook build
        regbook build my-book --output /tmp/site --jobs 2
        regbook build --quiet --diagnostics-file problems.json

      The status is 1 if anything in the book is wrong.
      """)

  @Argument(help: "The folder that holds chapters/.")
  var folder = "."

  @Option(name: .shortAndLong, help: "The folder of the site (default: FOLDER/output).")
  var output: String?

  @OptionGroup var jobs: JobsOption
  @OptionGroup var problems: DiagnosticsOption
  @OptionGroup var display: ProgressOptions

  func run() async throws {
    try await Terminal.guarded { [self] in
      let build = BookBuild(folder: folder, output: output, jobs: jobs.jobs)
      let report = try await build.run { display.show($0) }
      try problems.report(report.diagnostics, folder: build.folder)
      display.show(report.summary)
      if !report.succeeded { throw ExitCode(1) }
    }
  }
}
