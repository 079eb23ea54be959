import Foundation

/// A lock that one build a folder holds; the kernel frees it when the process dies.
struct FolderLock: ~Copyable {
  private let file: CInt

  private init(file: CInt) { self.file = file }

  /// Waits for the lock; `waiting` is called once if another build holds it.
  static func acquire(_ path: String, waiting: () -> Void) async throws -> FolderLock {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    // From here on the lock is closed on every way out.
    let lock = FolderLock(file: file)
    var told = false
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      if !told { waiting() }
      told = true
      try await Task.sleep(for: .milliseconds(20))
    }
    return lock
  }

  deinit { close(file) }
}
