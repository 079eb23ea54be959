import Foundation
import Synchronization

/// The results of `body` for 0, 1, … count − 1, in that order. The calling thread works, too: one that
/// waits would keep a core from the others.
func concurrentMap<T: Sendable>(_ count: Int, _ body: @Sendable (Int) -> T) -> [T] {
  let results = Mutex([T?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = body(index)
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.map { $0! } }
}
