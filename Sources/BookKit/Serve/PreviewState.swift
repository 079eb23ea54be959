import Foundation

/// What every open page must know. It is sent whole at each change, so a page that slept or missed
/// something is current with the next one.
struct PreviewState: Sendable, Equatable, Encodable {
  /// A mistake as the terminal shows it.
  struct Mistake: Sendable, Equatable, Encodable {
    let severity: Diagnostic.Severity
    let text: String
  }

  /// Which site is served: a page of another one loads itself again.
  var revision: String
  /// Whether a build is at work.
  var isBuilding = false
  /// What is wrong, sorted by place.
  var mistakes: [Mistake] = []

  /// The state as a server-sent event.
  var event: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // JSON on one line, and nothing in it that could not be encoded.
    let json = (try? encoder.encode(self)) ?? Data("{}".utf8)
    return Array("data: ".utf8) + Array(json) + Array("\n\n".utf8)
  }
}
