import Synchronization

/// Set by the first failure of a build that is to begin nothing after it (`--fail-fast`).
final class StopFlag: Sendable {
  private let flag = Atomic(false)

  /// Whether something failed.
  var isSet: Bool { flag.load(ordering: .acquiring) }

  /// Something failed.
  func set() { flag.store(true, ordering: .releasing) }
}
