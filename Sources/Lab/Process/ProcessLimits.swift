internal import Glibc

/// The limits that the process sets for itself, so that they hold under any executor.
enum ProcessLimits {
  /// The stack of an extra thread; the memory limit does not count it.
  static let threadStack = 16 << 20
  /// A file no experiment needs to exceed; keeps a runaway from filling the disk.
  private static let largestFile = 256 << 20

  /// Limits memory to `memory` bytes besides the stacks of `threads`, and writes no core file.
  static func apply(memory: Int, threads: Int) {
    set(RLIMIT_DATA, memory + threads * threadStack)
    set(RLIMIT_FSIZE, largestFile)
    set(RLIMIT_CORE, 0)
  }

  /// Ends the process some time after its time limit: the build enforces the limit, but one that is
  /// stopped can't.
  static func endAfter(seconds: Int) {
    alarm(UInt32(clamping: seconds + 10))
  }

  private static func set(_ resource: __rlimit_resource, _ value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
