import ArgumentParser
import BookKit

/// `--quiet` and `--verbose`.
struct ProgressOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Says only what is wrong.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also says which experiments needed no run, and why others do.")
  var verbose = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  /// What shows a build with so many jobs.
  func display(jobs: Int) -> ProgressDisplay {
    ProgressDisplay(jobs: jobs, level: quiet ? .quiet : verbose ? .verbose : .normal)
  }
}
