internal import Glibc
internal import Synchronization

/// Items that several threads take one by one.
final class SharedWork<T: Sendable, E: Error>: Sendable {
  private struct State {
    var next = 0
    var outcomes: [Result<T, E>?]
  }

  private let count: Int
  private let body: @Sendable (Int) throws(E) -> T
  private let state: Mutex<State>

  init(count: Int, body: @escaping @Sendable (Int) throws(E) -> T) {
    self.count = count
    self.body = body
    state = Mutex(State(outcomes: .init(repeating: nil, count: count)))
  }

  /// Works until no item is left.
  func run() {
    while doNext() {}
  }

  /// Works whenever a token is free, one item a token, so that a process which waits gets its turn.
  func help(with pool: TokenPool) {
    while state.withLock({ $0.next < count }) {
      if let token = pool.tryAcquire() {
        _ = doNext()
        _ = consume token
      } else {
        usleep(2000)
      }
    }
  }

  /// What became of the items, in order, once every one is done.
  var outcomes: [Result<T, E>] { state.withLock(\.outcomes).map { $0! } }

  private func doNext() -> Bool {
    let index = state.withLock { state in
      defer { state.next += 1 }
      return state.next
    }
    guard index < count else { return false }
    let outcome = Result { () throws(E) -> T in try body(index) }
    state.withLock { $0.outcomes[index] = outcome }
    return true
  }
}
