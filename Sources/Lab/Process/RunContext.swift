/// What the process was started for: set once, before any thread but the first exists.
struct RunContext: Sendable {
  /// The seeds that `seeds { }` runs, in order.
  var seeds = Array(1...5)
  /// The folder that holds `chapters/`.
  var bookFolder = "."
  /// The experiment that runs; nil in tests.
  var entry: ExperimentEntry?

  /// The context of this process. Without `runExperiments` (in tests) it has the defaults.
  ///
  /// Written by `runExperiments` alone, before the experiment or any thread starts; only read after.
  nonisolated(unsafe) static var current = RunContext()
}
