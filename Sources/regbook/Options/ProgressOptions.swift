import ArgumentParser
import BookKit

/// `--quiet` and `--verbose`.
struct ProgressOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Says only what is wrong.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also says which experiments needed no run.")
  var verbose = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  /// Shows an event of a build, if it is wanted.
  func show(_ event: BuildEvent) {
    if case .cached = event, !verbose { return }
    show(event.description)
  }

  /// Shows a line about the work, if it is wanted.
  func show(_ line: String) {
    if !quiet { Terminal.progress(line) }
  }
}
