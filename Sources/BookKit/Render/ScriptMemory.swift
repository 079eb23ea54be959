import Synchronization

/// Answers of the JavaScript programs, kept in a file between builds. Deleting it loses only time.
final class ScriptMemory: Sendable {
  private let path: String?
  private let known: [String: String]
  private let used = Mutex<[String: String]>([:])

  /// The memory in a file; without one nothing is kept.
  init(path: String?) {
    self.path = path
    known = path.map { KeptTexts.read($0) } ?? [:]
  }

  /// The answer to a question, by its fingerprint.
  subscript(_ key: String) -> String? {
    get {
      used.withLock { used in
        guard let answer = used[key] ?? known[key] else { return nil }
        used[key] = answer
        return answer
      }
    }
    set { used.withLock { $0[key] = newValue } }
  }

  /// Writes the answers that this rendering used; what a book no longer needs is forgotten if it asked
  /// for all that it needs.
  func save(asksForAll: Bool) {
    let used = used.withLock(\.self)
    let kept = asksForAll ? used : known.merging(used) { $1 }
    guard let path, kept != known else { return }
    KeptTexts.write(kept, to: path)
  }
}
