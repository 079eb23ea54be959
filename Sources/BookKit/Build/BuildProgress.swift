/// How far a build is: what to say of each event, and what a terminal shows meanwhile.
public struct BuildProgress: Sendable {
  private let jobs: Int
  private var left: [String: Double?] = [:]
  private var total = 0
  private var done = 0
  private var compiling: [(chapter: String, since: Double)] = []
  private var running: [(experiment: String, since: Double)] = []

  /// The progress of a build with so many jobs.
  public init(jobs: Int) { self.jobs = jobs }

  /// Takes an event at a time in seconds and gives the line about it; nil for what is not worth one.
  public mutating func take(_ event: BuildEvent, at time: Double, verbose: Bool) -> String? {
    switch event {
    case .waiting: return "wait for another build in this folder"
    case .damaged(let file, let reason): return "\(file) \(reason); it is computed again"
    case .cached(let id): return verbose ? "keep \(id)" : nil
    case .stale(let id, let reason): return verbose ? "stale \(id): \(reason)" : nil
    case .planned(let plans):
      total += plans.count
      for plan in plans { left[plan.experiment] = .some(plan.seconds) }
      return nil
    case .compiling(let chapter, let count):
      compiling.append((chapter, time))
      return "compile \(chapter) \(count) experiment\(count == 1 ? "" : "s")"
    case .compiled(let chapter):
      if let index = compiling.firstIndex(where: { $0.chapter == chapter }) {
        compiling.remove(at: index)
      }
      return nil
    case .running(let id):
      running.append((id, time))
      return nil
    case .finished(let id, let seconds):
      end(id)
      return "\(position) run \(id) \(SecondsText.text(seconds))"
    case .failed(let id):
      end(id)
      return "\(position) run \(id) failed"
    }
  }

  /// What is at work at a time, a line each, and the totals; empty while nothing is.
  public func live(at time: Double, width: Int) -> [String] {
    guard !running.isEmpty || !compiling.isEmpty else { return [] }
    var lines = compiling.map { "  compile \($0.chapter) \(SecondsText.text(time - $0.since))" }
    lines += running.map { "  run \($0.experiment) \(SecondsText.text(time - $0.since))" }
    var totals = "\(position) experiments"
    if let seconds = remaining(at: time) { totals += ", about \(Int(seconds.rounded(.up))) s left" }
    return (lines + [totals]).map { String($0.prefix(max(1, width - 1))) }
  }

  private var position: String { "[\(done)/\(total)]" }

  private mutating func end(_ id: String) {
    done += 1
    left[id] = nil
    running.removeAll { $0.experiment == id }
  }

  /// The seconds that are left, by the last build's times; nil where none is known. An experiment that
  /// never ran counts like the others on average.
  private func remaining(at time: Double) -> Double? {
    let known = left.values.compactMap(\.self)
    guard !known.isEmpty else { return nil }
    let mean = known.reduce(0, +) / Double(known.count)
    var seconds = known.reduce(0, +) + mean * Double(left.count - known.count)
    var longest = 0.0
    for (id, since) in running {
      let expected = (left[id] ?? nil) ?? mean
      seconds -= min(expected, time - since)
      longest = max(longest, expected - (time - since))
    }
    return max(longest, seconds / Double(jobs))
  }
}
