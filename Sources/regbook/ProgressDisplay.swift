import BookKit
import Foundation
import Synchronization

/// Shows a build at work on standard error: a line for each event, and on a terminal below them what
/// runs at the moment.
final class ProgressDisplay: Sendable {
  enum Level {
    case quiet, normal, verbose
  }

  private struct State {
    var progress: BuildProgress
    /// How many lines stand below the cursor's first column that are to be drawn over.
    var drawn = 0
  }

  private let jobs: Int
  private let level: Level
  private let isLive: Bool
  private let state: Mutex<State>
  private let start = ContinuousClock.now

  init(jobs: Int, level: Level) {
    self.jobs = jobs
    self.level = level
    isLive = level != .quiet && Terminal.isInteractive
    state = Mutex(State(progress: BuildProgress(jobs: jobs)))
  }

  /// Runs `body` while what is at work is drawn again ten times a second.
  func during<T: Sendable>(_ body: () async throws -> T) async rethrows -> T {
    guard isLive else { return try await body() }
    let ticker = Task {
      while !Task.isCancelled {
        draw()
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    defer {
      ticker.cancel()
      state.withLock { Self.erase(&$0) }
    }
    return try await body()
  }

  /// Shows an event of a build, if it is wanted.
  func show(_ event: BuildEvent) {
    state.withLock { state in
      let line = state.progress.take(event, at: seconds, verbose: level == .verbose)
      guard let line, level != .quiet || event.isWaiting else { return }
      Self.erase(&state)
      Terminal.progress(line)
    }
  }

  /// Shows lines about the work, if they are wanted.
  func show(_ lines: String) {
    if level != .quiet { Terminal.progress(lines) }
  }

  /// Forgets the build that was at work, with a line about it.
  func restart(_ line: String?) {
    state.withLock { state in
      Self.erase(&state)
      state.progress = BuildProgress(jobs: jobs)
    }
    if let line { show(line) }
  }

  private func draw() {
    state.withLock { state in
      // A line that was cancelled meanwhile is not drawn again.
      if Task.isCancelled { return }
      Self.erase(&state)
      let lines = state.progress.live(at: seconds, width: Terminal.width)
      for line in lines { Terminal.progress(line) }
      state.drawn = lines.count
    }
  }

  private static func erase(_ state: inout State) {
    guard state.drawn > 0 else { return }
    Terminal.control("\u{1B}[\(state.drawn)A\u{1B}[J")
    state.drawn = 0
  }

  private var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}

extension BuildEvent {
  /// Whether it says that nothing happens: whoever asked for no words must know that, too.
  fileprivate var isWaiting: Bool { if case .waiting = self { true } else { false } }
}
