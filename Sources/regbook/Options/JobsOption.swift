import ArgumentParser
import BookKit

/// `--jobs` and `--timeout`.
struct JobsOption: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many experiments or compilers work at once (default: as many as cores).")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The time limit of experiments whose fence has none (default: 120).",
      valueName: "seconds"))
  var timeout: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a positive number, not \(jobs)") }
    if let timeout, !(1...3600).contains(timeout) {
      throw ValidationError("--timeout needs a number of seconds from 1 to 3600, not \(timeout)")
    }
  }

  /// The options of a build that says no more.
  var options: BuildOptions {
    var options = BuildOptions()
    if let jobs { options.jobs = jobs }
    options.timeout = timeout
    return options
  }
}
