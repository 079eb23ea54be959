import Foundation

extension ProcessEnd {
  /// Whether it died for want of memory.
  var isOutOfMemory: Bool {
    guard case .signal = cause else { return false }
    return ["failed to allocate", "Cannot allocate memory", "bad_alloc", "out of memory"]
      .contains { errors.contains($0) }
  }

  /// What stopped a process that stopped itself: the text of a failed check, or what its signal means.
  /// The words are the same on every machine.
  var trap: (words: String, hint: String?)? {
    guard case .signal(let signal) = cause, !isOutOfMemory else { return nil }
    if let message = TrapMessage.find(in: errors) { return (message, nil) }
    switch Int32(signal) {
    case SIGILL, SIGTRAP:
      return ("an arithmetic operation overflowed, or a check without a text failed", nil)
    case SIGSEGV, SIGBUS:
      return (
        "it used memory that is not its own",
        "The usual cause is a function that calls itself without end."
      )
    case SIGABRT: return ("the process called abort()", nil)
    default: return nil
    }
  }
}
