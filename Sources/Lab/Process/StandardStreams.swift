@preconcurrency internal import Glibc

/// The process's standard output and error.
enum StandardStreams {
  /// Makes every printed line reach the build at once: a trap flushes nothing.
  static func bufferByLine() {
    setvbuf(stdout, nil, Int32(_IOLBF), 1 << 16)
  }

  /// Writes out what is buffered.
  static func flush() {
    fflush(stdout)
  }

  /// Ends the process with a sentence on standard error.
  static func stop(_ status: Int32, _ message: String) -> Never {
    fflush(stdout)
    fputs(message + "\n", stderr)
    exit(status)
  }
}
