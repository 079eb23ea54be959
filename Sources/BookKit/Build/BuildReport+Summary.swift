extension BuildReport {
  /// The last lines of a build: pages, experiments, claims, time.
  public var summary: String {
    ([succeeded ? pageSummary : "nothing written"] + [counts] + slowest).joined(separator: "\n")
  }

  /// The last lines of a build that writes nothing.
  public var findings: String { ([counts] + slowest).joined(separator: "\n") }

  /// The line about experiments, claims and time.
  var counts: String {
    let experiments = [(ran, "run"), (cached, "cached"), (failed, "failed")]
    let claims = [(held, "held"), (refuted, "refuted"), (undecided, "undecided")]
    return [
      "experiments: " + Self.list(experiments), "claims: " + Self.list(claims),
      SecondsText.text(seconds),
    ].joined(separator: "; ")
  }

  private var pageSummary: String {
    guard let largest = pages.max(by: { $0.bytes < $1.bytes }) else { return "0 pages" }
    if pages.count == 1 { return "1 page of \(Self.size(largest.bytes))" }
    let mean = pages.reduce(0) { $0 + $1.bytes } / pages.count
    return "\(pages.count) pages of \(Self.size(mean)) on average; the largest is "
      + "\(largest.path) with \(Self.size(largest.bytes))"
  }

  /// The five experiments that took longest.
  private var slowest: [String] {
    guard runs.count > 1 else { return [] }
    let ordered = runs.sorted { ($1.seconds, $0.experiment) < ($0.seconds, $1.experiment) }
    let shown = ordered.prefix(5).map { "\($0.experiment) \(SecondsText.text($0.seconds))" }
    return ["slowest: " + shown.joined(separator: ", ")]
  }

  private static func size(_ bytes: Int) -> String { "\((bytes + 999) / 1000) kB" }

  private static func list(_ counts: [(count: Int, name: String)]) -> String {
    let shown = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
    return shown.isEmpty ? "none" : shown.joined(separator: ", ")
  }
}
