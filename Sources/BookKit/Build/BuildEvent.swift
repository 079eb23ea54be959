/// What a build tells while it works.
public enum BuildEvent: Sendable, Equatable {
  /// Another build works in the same folder; this one waits for its end.
  case waiting
  /// A chapter's stale experiments are compiled.
  case compiling(chapter: String, experiments: Int)
  /// An experiment's Result is there from an earlier build.
  case cached(experiment: String)
  /// An experiment gave its Result after so many seconds.
  case finished(experiment: String, seconds: Double)
  /// An experiment gave none.
  case failed(experiment: String)
}

extension BuildEvent: CustomStringConvertible {
  /// One line for a terminal or a log.
  public var description: String {
    switch self {
    case .waiting: "wait for another build in this folder"
    case .compiling(let chapter, 1): "compile \(chapter) 1 experiment"
    case .compiling(let chapter, let count): "compile \(chapter) \(count) experiments"
    case .cached(let id): "keep \(id)"
    case .finished(let id, let seconds): "run \(id) \(SecondsText.text(seconds))"
    case .failed(let id): "run \(id) failed"
    }
  }
}
