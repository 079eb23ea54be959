import ArgumentParser
import BookKit

/// `regbook build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Computes what is stale and writes the site.",
    discussion: """
      Turns chapters/ into output/. Experiments whose code, setup, options, data, engine and compiler are \
      those of an earlier build do not run again (`regbook explain` says why one does). If anything is wrong, \
      all of it is shown and output/ stays as it was.

        regbook build
        regbook build --folder my-book --output /tmp/site --jobs 2
        regbook build --refresh l1-zeros
        regbook build --quiet --strict --diagnostics-file problems.json
        regbook build --watch

      The status is 1 if anything in the book is wrong.
      """,
    aliases: ["render"])

  @OptionGroup var book: FolderOption

  @Option(name: .shortAndLong, help: "The folder of the site (default: FOLDER/output).")
  var output: String?

  @Option(
    defaultAsFlag: Self.everything,
    help: ArgumentHelp(
      "Computes experiments although nothing changed: ids with commas between them, or all.",
      valueName: "ids"))
  var refresh: String?

  @Flag(help: "Builds again at every change, until ^C.")
  var watch = false

  @Flag(help: "Opens the first page in the browser.")
  var open = false

  @OptionGroup var jobs: JobsOption
  @OptionGroup var severity: SeverityOptions
  @OptionGroup var problems: DiagnosticsOption
  @OptionGroup var display: ProgressOptions

  /// What `--refresh` without ids means.
  private static let everything = "all"

  func run() async throws {
    try await Terminal.guarded { [self] in
      let build = BookBuild(folder: book.folder, output: output, options: options)
      if watch { return try await follow(build) }
      let display = display.display(jobs: options.jobs)
      let report = try await display.during { try await build.run { display.show($0) } }
      try problems.report(report.diagnostics, folder: build.folder)
      display.show(report.summary)
      if !report.succeeded { throw ExitCode(1) }
      if open { show(build) }
    }
  }

  private var options: BuildOptions {
    var options = jobs.options
    severity.add(to: &options)
    if let refresh {
      options.refresh =
        refresh == Self.everything
        ? .everything : .only(refresh.split(separator: ",").map(String.init))
    }
    return options
  }

  private func follow(_ build: BookBuild) async throws {
    let display = display.display(jobs: options.jobs)
    try await Terminal.reporting(folder: build.folder) {
      try await display.during {
        try await BookWatch(build).run { display.show($0, folder: build.folder) }
      }
    }
  }

  private func show(_ build: BookBuild) {
    if !Browser.open(build.output + "/index.html") {
      Terminal.progress("There is no xdg-open here; open \(build.output)/index.html yourself.")
    }
  }
}
