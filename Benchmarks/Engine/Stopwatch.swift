import Glibc

/// Times of one piece of work, in microseconds of processor time, so that other programs on the
/// machine count as little as possible.
struct Timing {
  let minimum: Double
  let median: Double
  /// The 90th percentile over the minimum.
  let spread: Double

  /// Repeats `work` for `seconds` after a warm-up, some times in a row between two looks at the clock.
  init(seconds: Double = 0.1, of work: () -> Void) {
    for _ in 0..<3 { work() }
    let once = Self.seconds(of: work)
    let repeats = max(1, Int(0.001 / max(once, 1e-9)))
    var times: [Double] = []
    let end = Self.now() + seconds
    while times.count < 5 || Self.now() < end {
      let time = Self.seconds { for _ in 0..<repeats { work() } }
      times.append(1e6 * time / Double(repeats))
    }
    times.sort()
    minimum = times[0]
    median = times[times.count / 2]
    spread = times[times.count * 9 / 10] / times[0]
  }

  private static func seconds(of work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
