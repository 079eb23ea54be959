import Dispatch

/// Trainings of two seeds at once beside one alone: how much more two cores do, 2 at best.
enum Scaling {
  static var factor: Double {
    var (alone, together) = (Double.infinity, Double.infinity)
    for _ in 0..<20 {
      alone = min(alone, seconds(threads: 1))
      together = min(together, seconds(threads: 2))
    }
    return 2 * alone / together
  }

  /// The time by the clock on the wall.
  private static func seconds(threads: Int) -> Double {
    let start = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      let measured = Case.all["a"]!()
      let trainer = measured.trainer
      for step in 0..<5000 { measured.step(trainer, step) }
    }
    let time = (ContinuousClock.now - start).components
    return Double(time.seconds) + 1e-18 * Double(time.attoseconds)
  }
}
