internal import Glibc
internal import Synchronization

/// A thread that helps with `concurrentMap`, with a stack as large as an experiment may need.
struct HelperThread {
  private let thread: pthread_t

  /// How many there are. Maps inside maps share the pool's cores, so they share its threads too.
  private static let live = Mutex(0)

  /// Starts one; nil if the pool has as many as cores, or the system has no thread left.
  static func start(of pool: TokenPool, _ body: @escaping @Sendable () -> Void) -> HelperThread? {
    let isAllowed = live.withLock { live in
      guard live < pool.count - 1 else { return false }
      live += 1
      return true
    }
    guard isAllowed else { return nil }
    let box = Unmanaged.passRetained(
      Box {
        body()
        live.withLock { $0 -= 1 }
      })
    guard let thread = create(box.toOpaque()) else {
      box.release()
      live.withLock { $0 -= 1 }
      return nil
    }
    return HelperThread(thread: thread)
  }

  /// Waits for its end.
  func join() { pthread_join(thread, nil) }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func create(_ box: UnsafeMutableRawPointer) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, ProcessLimits.threadStack)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { box in
        Unmanaged<Box>.fromOpaque(box!).takeRetainedValue().body()
        return nil
      }, box)
    return status == 0 ? thread : nil
  }
}
