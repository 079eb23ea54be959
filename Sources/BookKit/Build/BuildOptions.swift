import Foundation

/// What the command line can ask of a build.
public struct BuildOptions: Sendable, Equatable {
  /// Which Results are computed although the cache has them.
  public enum Refresh: Sendable, Equatable {
    /// None.
    case nothing
    /// All.
    case everything
    /// Those of these experiments.
    case only([String])
  }

  /// How many experiments or compilers work at once; by default as many as there are cores.
  public var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// The time limit, in seconds, of experiments whose fence has none; nil for 120.
  public var timeout: Int?
  /// Seeds instead of the fences': a count, or `A..B`.
  public var seeds: String?
  /// Which Results are computed anew.
  public var refresh = Refresh.nothing
  /// Whether experiments may run; a missing Result is a mistake otherwise.
  public var executes = true
  /// Whether warnings fail the build too.
  public var isStrict = false
  /// Whether nothing is begun after the first failure.
  public var failsFast = false

  /// The defaults.
  public init() {}
}
