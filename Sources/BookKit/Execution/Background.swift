import Foundation
import Synchronization

/// Work that goes on beside the caller's until its outcome is asked for.
final class Background<Value: Sendable>: Sendable {
  private let outcome = Mutex<Result<Value, any Error>?>(nil)
  private let group = DispatchGroup()

  /// Begins the work.
  init(_ body: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async(group: group) { [self] in
      let result = Result { try body() }
      outcome.withLock { $0 = result }
    }
  }

  /// Waits for the outcome.
  func value() throws -> Value {
    group.wait()
    return try outcome.withLock { $0! }.get()
  }
}
