import ArgumentParser

/// `--jobs`.
struct JobsOption: ParsableArguments {
  @Option(name: .shortAndLong, help: "How many cores to use (default: all).")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a positive number, not \(jobs)") }
  }
}
