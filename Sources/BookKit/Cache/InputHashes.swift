import Results
import Synchronization

/// Hashes of data files, each computed once a build.
final class InputHashes: Sendable {
  private let known = Mutex<[String: String]>([:])

  /// The hash of a file's bytes; nil if it can't be read.
  func sha256(of path: String) -> String? {
    if let hash = known.withLock({ $0[path] }) { return hash }
    guard let data = Files.read(path) else { return nil }
    let hash = Fingerprint.of(data)
    known.withLock { $0[path] = hash }
    return hash
  }
}
