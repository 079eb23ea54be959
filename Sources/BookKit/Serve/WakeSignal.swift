import Foundation

/// Ends the wait of a thread that polls.
final class WakeSignal: Sendable {
  private let reading: CInt
  private let writing: CInt

  init() throws {
    var files: [CInt] = [0, 0]
    let kind = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &files) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    (reading, writing) = (files[0], files[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// What the thread waits for.
  var interest: pollfd { pollfd(fd: reading, events: Int16(POLLIN), revents: 0) }

  /// Wakes it. Where so many calls are unanswered that there is no room, one more is not needed.
  func send() {
    var byte: UInt8 = 1
    write(writing, &byte, 1)
  }

  /// Makes it sleep again.
  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
  }
}
