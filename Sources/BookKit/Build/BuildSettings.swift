import Foundation

/// What tests set and users do not.
struct BuildSettings: Sendable {
  /// What an experiment's process may use.
  var limits = RunLimits()
  /// The executable beside which the engine is; nil for the running one.
  var executable: String?
  /// Where the compiler is looked for.
  var environment = ProcessInfo.processInfo.environment
  /// Where the compiler keeps its modules; nil for the book's own place.
  var modules: String?
}
