/// At most so many tasks at once; the others wait in order, those that go ahead before the rest.
actor Slots {
  private var free: Int
  private var ahead: ArraySlice<CheckedContinuation<Void, Never>> = []
  private var waiting: ArraySlice<CheckedContinuation<Void, Never>> = []

  init(_ count: Int) { free = count }

  /// Runs `body` in a slot.
  nonisolated func use<T: Sendable>(
    ahead: Bool = false, _ body: @Sendable () async throws -> T
  ) async rethrows -> T {
    await enter(ahead: ahead)
    do {
      let value = try await body()
      await leave()
      return value
    } catch {
      await leave()
      throw error
    }
  }

  private func enter(ahead isAhead: Bool) async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation {
        if isAhead { ahead.append($0) } else { waiting.append($0) }
      }
    }
  }

  private func leave() {
    if let next = ahead.popFirst() ?? waiting.popFirst() { next.resume() } else { free += 1 }
  }
}
