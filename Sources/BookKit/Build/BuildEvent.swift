/// What a build tells while it works.
public enum BuildEvent: Sendable, Equatable {
  /// Another build works in the same folder; this one waits for its end.
  case waiting
  /// A file of the cache cannot be used.
  case damaged(file: String, reason: String)
  /// An experiment's Result is there from an earlier build.
  case cached(experiment: String)
  /// An experiment is going to run, and why.
  case stale(experiment: String, reason: String)
  /// So many experiments are going to run, each with the seconds that its last run took, if it ran.
  case planned([Plan])
  /// A chapter's stale experiments are compiled.
  case compiling(chapter: String, experiments: Int)
  /// They are.
  case compiled(chapter: String)
  /// An experiment's process was started.
  case running(experiment: String)
  /// An experiment gave its Result after so many seconds.
  case finished(experiment: String, seconds: Double)
  /// An experiment gave none.
  case failed(experiment: String)

  /// An experiment that is going to run.
  public struct Plan: Sendable, Equatable {
    /// Its id.
    public var experiment: String
    /// How long it ran the last time; nil if it has not run here.
    public var seconds: Double?
  }
}
