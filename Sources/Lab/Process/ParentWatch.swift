internal import Glibc

/// Ends the process when the build that started it is gone: a build that was killed stops nobody.
enum ParentWatch {
  private static let interval: UInt32 = 1
  /// The thread needs hardly any, and all of it counts as the experiment's memory.
  private static let stackSize = 256 << 10

  /// Looks every second, from a thread of its own, whether `parent` is still this process's parent.
  static func begin(parent: Int) {
    guard let parent = UnsafeMutableRawPointer(bitPattern: parent) else { return }
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let status = pthread_create(
      &thread, &attributes,
      { parent in
        while Int(getppid()) == Int(bitPattern: parent) { sleep(ParentWatch.interval) }
        _exit(1)
      }, parent)
    if status == 0 { pthread_detach(thread) }
  }
}
