import Foundation
import Synchronization

@testable import BookKit

/// A preview of a book in this process, and a page that listens.
final class ServeCase {
  let book: BuildCase
  let port: Int
  let address: String
  let taken: Int?
  private let task: Task<Void, any Error>
  private let events: PreviewEvents
  private let page: ServeClient

  /// Everything that the preview told.
  private final class PreviewEvents: Sendable {
    let all = Mutex<[PreviewEvent]>([])
  }

  /// Starts a preview and waits until its first build has ended.
  init(_ book: BuildCase, port wanted: Int = 0) async throws {
    self.book = book
    let events = PreviewEvents()
    self.events = events
    let started = AsyncStream<(String, Int?)>.makeStream()
    let folder = book.folder
    let settings = book.settings
    task = Task {
      defer { started.continuation.finish() }
      var preview = BookPreview(folder: folder, port: wanted)
      preview.settings = settings
      try await preview.run { event in
        events.all.withLock { $0.append(event) }
        if case .serving(let address, let taken) = event {
          started.continuation.yield((address, taken))
        }
      }
    }
    var serving: (String, Int?)?
    for await first in started.stream {
      serving = first
      break
    }
    guard let serving else {
      try await task.value
      throw CancellationError()
    }
    (address, taken) = serving
    port = Int(address.split(separator: ":").last?.dropLast() ?? "") ?? 0
    _ = try await Self.until {
      events.all.withLock { $0.contains { if case .built = $0 { true } else { false } } }
    }
    // Not before: what the first build told would be taken for what a test waits for.
    page = try ServeClient(port: port)
    page.send("GET /.regbook/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
  }

  deinit { task.cancel() }

  /// Ends the preview; what it threw.
  func end() async throws {
    task.cancel()
    try await task.value
  }

  func get(_ target: String) throws -> String {
    try ServeClient.get(target, port: port).body
  }

  // All waiting is by sleeping tasks: the preview's own tasks need the threads.

  /// Waits until open pages are told of something; false if that does not happen.
  @discardableResult func wait(for text: String) async throws -> Bool {
    try await Self.until { page.readWaiting() && page.take(text) }
  }

  /// Waits until `target` says `text`; false if that does not happen.
  func wait(for text: String, on target: String) async throws -> Bool {
    try await Self.until { try get(target).contains(text) }
  }

  /// Asks again and again, for five minutes: a busy machine is no mistake.
  static func until(_ isTrue: () throws -> Bool) async throws -> Bool {
    for _ in 0..<15_000 {
      if try isTrue() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  /// What came of the last build.
  var lastReport: BuildReport? {
    events.all.withLock { events in
      events.compactMap { if case .built(let report) = $0 { report } else { nil } }.last
    }
  }

  /// How often a change ended a build.
  var restarts: Int {
    events.all.withLock { $0.count { if case .restarting = $0 { true } else { false } } }
  }
}
