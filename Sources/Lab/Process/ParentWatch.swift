internal import Glibc

/// Ends the process when the build that started it is gone: a build that was killed stops nobody.
enum ParentWatch {
  private static let interval: UInt32 = 1

  /// Looks every second, from a thread of its own, whether `parent` is still this process's parent.
  static func begin(parent: Int) {
    guard let parent = UnsafeMutableRawPointer(bitPattern: parent) else { return }
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { parent in
        while Int(getppid()) == Int(bitPattern: parent) { sleep(ParentWatch.interval) }
        _exit(1)
      }, parent)
    if status == 0 { pthread_detach(thread) }
  }
}
