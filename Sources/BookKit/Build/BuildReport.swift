/// What came of a build.
public struct BuildReport: Sendable {
  /// Everything that is wrong, sorted by place.
  public var diagnostics: [Diagnostic] = []
  /// How many pages the site has.
  public var pages = 0
  /// How many experiments were run and gave a Result.
  public var ran = 0
  /// How many Results came from the cache.
  public var cached = 0
  /// How many experiments gave none.
  public var failed = 0
  /// How many claims held.
  public var held = 0
  /// How many were refuted.
  public var refuted = 0
  /// How many lacked the seeds to tell.
  public var undecided = 0
  /// How long it took.
  public var seconds = 0.0

  /// Whether the site was written.
  public var succeeded: Bool { !diagnostics.contains { $0.severity == .error } }

  /// One line: pages, experiments, claims, time.
  public var summary: String {
    (succeeded ? "\(pages) page\(pages == 1 ? "" : "s")" : "nothing written") + "; " + findings
  }

  /// The summary of a build that writes nothing: experiments, claims, time.
  public var findings: String {
    let experiments = [(ran, "run"), (cached, "cached"), (failed, "failed")]
    let claims = [(held, "held"), (refuted, "refuted"), (undecided, "undecided")]
    return [
      "experiments: " + Self.list(experiments), "claims: " + Self.list(claims),
      SecondsText.text(seconds),
    ].joined(separator: "; ")
  }

  private static func list(_ counts: [(count: Int, name: String)]) -> String {
    let shown = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
    return shown.isEmpty ? "none" : shown.joined(separator: ", ")
  }
}
