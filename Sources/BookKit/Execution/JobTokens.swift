import Foundation

/// The build's own side of the token files that experiments compute by (`TokenPool` in Lab).
struct JobTokens: Sendable {
  let folder: String
  let count: Int

  /// Runs `body` while holding a token, waiting for one first.
  func withToken<T>(_ body: () async throws -> T) async throws -> T {
    while true {
      for index in 0..<count {
        let file = open("\(folder)/\(index)", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if file < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        if flock(file, LOCK_EX | LOCK_NB) == 0 {
          defer { close(file) }
          return try await body()
        }
        close(file)
      }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
