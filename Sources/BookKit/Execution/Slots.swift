/// At most so many tasks at once. Of those that wait, runs go before compilers, lest a large book be
/// compiled as a whole before the first Result is kept; and what is expected to take longest goes
/// first, lest it be left alone at the end. Equals go in order.
actor Slots {
  /// What a task does, the more urgent the greater.
  enum Stage: Int {
    case compile, run
  }

  private struct Waiter {
    let stage: Stage
    let seconds: Double
    let continuation: CheckedContinuation<Void, Never>
  }

  private var free: Int
  /// The next one last.
  private var waiting: [Waiter] = []

  init(_ count: Int) { free = count }

  /// Runs `body`, which is expected to take so many seconds or to lead to them, in a slot.
  nonisolated func use<T: Sendable>(
    _ stage: Stage, expecting seconds: Double, _ body: @Sendable () async throws -> T
  ) async rethrows -> T {
    await enter(stage, seconds)
    do {
      let value = try await body()
      await leave()
      return value
    } catch {
      await leave()
      throw error
    }
  }

  private func enter(_ stage: Stage, _ seconds: Double) async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { continuation in
      let place = waiting.firstIndex {
        ($0.stage.rawValue, $0.seconds) >= (stage.rawValue, seconds)
      }
      waiting.insert(
        Waiter(stage: stage, seconds: seconds, continuation: continuation),
        at: place ?? waiting.count)
    }
  }

  private func leave() {
    if let next = waiting.popLast() { next.continuation.resume() } else { free += 1 }
  }
}
