import Foundation
import Results

/// Drawings and tables of figures, kept in a folder between builds: a file an experiment, named for its
/// Result. Deleting it loses only time.
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
  func text(of experiment: String, _ key: String, make: () -> String) -> String {
    let key = key.replacing("\n", with: " ")
    guard let path = path(experiment) else { return make() }
    if known[experiment] == nil { known[experiment] = Self.read(path) }
    if let text = known[experiment]?[key] { return text }
    let text = make()
    known[experiment]?[key] = text
    fresh.insert(experiment)
    return text
  }

  /// Writes what is new, and forgets Results that this rendering did not meet.
  func save() {
    guard let folder = place?.folder else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for experiment in fresh {
      if let path = path(experiment) { Self.write(known[experiment] ?? [:], to: path) }
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

  /// A file is its texts one after the other, each after a line with its length and key. JSON would take
  /// as long to read as a drawing takes to make.
  private static func write(_ texts: [String: String], to path: String) {
    var bytes = Data()
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
      bytes += Data("\(text.utf8.count) \(key)\n\(text)".utf8)
    }
    try? Files.writeAtomically(bytes, to: path)
  }

  private static func read(_ path: String) -> [String: String] {
    guard let bytes = Files.read(path) else { return [:] }
    var texts: [String: String] = [:]
    var place = bytes.startIndex
    while let end = bytes[place...].firstIndex(of: 10) {
      let head = String(decoding: bytes[place..<end], as: UTF8.self)
        .split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard head.count == 2, let count = Int(head[0]), end + 1 + count <= bytes.endIndex else {
        return [:]
      }
      texts[String(head[1])] = String(decoding: bytes[(end + 1)..<(end + 1 + count)], as: UTF8.self)
      place = end + 1 + count
    }
    return texts
  }
}
