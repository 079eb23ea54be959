import Foundation
import Synchronization

/// Work that goes on beside the caller's until its outcome is asked for.
final class Background<Value: Sendable, Failure: Error>: Sendable {
  private let outcome = Mutex<Result<Value, Failure>?>(nil)
  private let group = DispatchGroup()

  /// Begins the work.
  init(_ body: @escaping @Sendable () throws(Failure) -> Value) {
    DispatchQueue.global().async(group: group) { [self] in
      let result = Result(catching: body)
      outcome.withLock { $0 = result }
    }
  }

  /// Waits for the outcome.
  func value() throws(Failure) -> Value {
    group.wait()
    return try outcome.withLock { $0! }.get()
  }
}
