import Foundation
import Results

/// Drawings, tables of figures and entries of `results.json`, kept in a folder between builds: a file an
/// experiment, named for its Result. Deleting it loses only time.
final class DrawingMemory {
  /// Where it is kept, and what names the Results, by experiment.
  struct Place: Sendable {
    var folder: String
    var fingerprints: [String: String]
  }

  private let place: Place?
  private var known: [String: [String: String]] = [:]
  private var fresh: Set<String> = []

  /// The memory in a place; without one nothing is kept.
  init(_ place: Place? = nil) { self.place = place }

  /// The text that `make` gives for an experiment's Result; `key` names everything else that it
  /// depends on.
  func text<Failure: Error>(
    of experiment: String, _ key: String, make: () throws(Failure) -> String
  ) throws(Failure) -> String {
    let key = Self.line(key)
    if let text = texts(of: experiment)[key] { return text }
    let text = try make()
    guard path(experiment) != nil else { return text }
    known[experiment]?[key] = text
    fresh.insert(experiment)
    return text
  }

  /// Whether a text is kept.
  func has(_ experiment: String, _ key: String) -> Bool {
    texts(of: experiment)[Self.line(key)] != nil
  }

  private func texts(of experiment: String) -> [String: String] {
    if let texts = known[experiment] { return texts }
    let texts = path(experiment).map(KeptTexts.read) ?? [:]
    known[experiment] = texts
    return texts
  }

  private static func line(_ key: String) -> String { key.replacing("\n", with: " ") }

  /// Writes what is new, and forgets Results that this rendering did not meet.
  func save() {
    guard let folder = place?.folder else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for experiment in fresh {
      if let path = path(experiment) { KeptTexts.write(known[experiment] ?? [:], to: path) }
    }
    let met = Set(known.keys.compactMap { path($0) })
    for name in Files.names(in: folder) where !met.contains("\(folder)/\(name)") {
      unlink("\(folder)/\(name)")
    }
  }

  private func path(_ experiment: String) -> String? {
    guard let place, let fingerprint = place.fingerprints[experiment] else { return nil }
    return "\(place.folder)/\(experiment)-\(fingerprint.prefix(24))"
  }
}
