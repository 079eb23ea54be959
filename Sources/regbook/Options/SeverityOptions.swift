import ArgumentParser
import BookKit

/// `--strict`, `--fail-fast` and `--no-execute`.
struct SeverityOptions: ParsableArguments {
  @Flag(help: "Warnings fail the command too.")
  var strict = false

  @Flag(help: "Begins nothing after the first failure.")
  var failFast = false

  @Flag(
    help: "Runs no experiment; one without a current Result from an earlier build is an error.")
  var noExecute = false

  /// Adds them to a build's options.
  func add(to options: inout BuildOptions) {
    options.isStrict = strict
    options.failsFast = failFast
    options.executes = !noExecute
  }
}
