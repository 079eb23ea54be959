internal import Glibc

/// The machine's cores, shared by every process of a build: a token is an exclusive lock on one
/// of N files, which the kernel gives back when its process dies.
struct TokenPool: Sendable {
  /// A right to compute on one core.
  struct Token: ~Copyable, Sendable {
    private let file: CInt

    fileprivate init(file: CInt) { self.file = file }

    deinit { close(file) }
  }

  /// The pool of this process; nil without one (in tests): the calling thread does all.
  ///
  /// Written by `runExperiments` alone, before the experiment or any thread starts; only read after.
  nonisolated(unsafe) static var shared: TokenPool?

  /// The folder of the token files.
  let folder: String
  /// How many tokens there are.
  let count: Int

  /// A free token, or nil if all are in use.
  func tryAcquire() -> Token? {
    for index in 0..<count {
      let file = open("\(folder)/\(index)", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      if file < 0 { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return Token(file: file) }
      close(file)
    }
    return nil
  }

  /// Waits for a token; nil if the build and its folder are gone.
  func acquire() -> Token? {
    while access(folder, W_OK) == 0 {
      if let token = tryAcquire() { return token }
      usleep(2000)
    }
    return nil
  }
}
