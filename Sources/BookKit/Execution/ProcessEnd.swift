import Foundation

/// How an experiment's process ended, as observed from outside.
struct ProcessEnd: Sendable, Equatable {
  enum Cause: Sendable, Equatable {
    case exited(Int)
    case signal(Int)
    /// Killed by the build: it took too long.
    case timeLimit
    /// Killed by the build: it printed too much.
    case outputLimit
  }

  var cause: Cause
  /// The end of what it printed.
  var output: String
  /// The end of its standard error.
  var errors: String
  /// The crash report that Swift's runtime wrote, as JSON.
  var crash: CrashReport?

  /// Whether it trapped and no report names a line of a chapter.
  var isTrapWithoutPlace: Bool {
    guard case .signal(let signal) = cause else { return false }
    return [Int(SIGILL), Int(SIGTRAP)].contains(signal) && crash?.place == nil
  }
}
