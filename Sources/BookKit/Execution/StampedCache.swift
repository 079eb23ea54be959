import Foundation
import Results

/// Remembers an answer about files for as long as their sizes and times stay the same.
struct StampedCache {
  /// Where the answers are.
  let folder: String

  /// The remembered answer, or the one that `compute` gives, remembered from now on.
  func value(
    _ name: String, of paths: [String], compute: () async throws -> String
  ) async rethrows -> String {
    let stamp = Fingerprint.of(paths.map(Files.stamp).joined(separator: "\n").utf8)
    let path = folder + "/" + name
    if let data = Files.read(path) {
      let text = String(decoding: data, as: UTF8.self)
      if text.hasPrefix(stamp + "\n") { return String(text.dropFirst(stamp.count + 1)) }
    }
    let value = try await compute()
    // Without a place to remember it the answer is computed again next time.
    try? Files.writeAtomically(Data("\(stamp)\n\(value)".utf8), to: path)
    return value
  }
}
