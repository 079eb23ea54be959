import Foundation
import Results

/// Answers of the JavaScript programs, kept in a file between builds. Deleting it loses only time.
final class ScriptMemory {
  private let path: String?
  private let known: [String: String]
  private var used: [String: String] = [:]

  /// The memory in a file; without one nothing is kept.
  init(path: String?) {
    self.path = path
    let data = path.flatMap { FileManager.default.contents(atPath: $0) }
    // A damaged file is as good as none: everything in it can be computed again.
    known = data.flatMap { try? JSONDecoder().decode([String: String].self, from: $0) } ?? [:]
  }

  /// The answer to a question, by its fingerprint.
  subscript(_ key: String) -> String? {
    get {
      guard let answer = used[key] ?? known[key] else { return nil }
      used[key] = answer
      return answer
    }
    set { used[key] = newValue }
  }

  /// Writes the answers that this rendering used; what a book no longer needs is forgotten.
  func save() {
    guard let path, used != known, let data = try? ResultCoding.encode(used) else { return }
    try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
