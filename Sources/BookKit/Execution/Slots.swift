/// At most so many tasks at once. Of those that wait, the one expected to take longest goes first, so
/// that none is left alone at the end; equals go in order.
actor Slots {
  private struct Waiter {
    let seconds: Double
    let continuation: CheckedContinuation<Void, Never>
  }

  private var free: Int
  /// The next one last.
  private var waiting: [Waiter] = []

  init(_ count: Int) { free = count }

  /// Runs `body`, which is expected to take so many seconds, in a slot.
  nonisolated func use<T: Sendable>(
    expecting seconds: Double, _ body: @Sendable () async throws -> T
  ) async rethrows -> T {
    await enter(seconds)
    do {
      let value = try await body()
      await leave()
      return value
    } catch {
      await leave()
      throw error
    }
  }

  private func enter(_ seconds: Double) async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { continuation in
      let place = waiting.firstIndex { $0.seconds >= seconds } ?? waiting.count
      waiting.insert(Waiter(seconds: seconds, continuation: continuation), at: place)
    }
  }

  private func leave() {
    if let next = waiting.popLast() { next.continuation.resume() } else { free += 1 }
  }
}
