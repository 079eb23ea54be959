import Foundation
import Results

/// What moved between two builds, in numbers.
public struct ResultDiff: Codable, Sendable {
  /// The older build, as the user named it.
  public let old: String
  /// The newer build.
  public let new: String
  /// What differs, in the order of the book.
  public private(set) var changes: [ResultChange] = []
  /// How many values, claims and curves both builds have, the same or moved.
  public private(set) var compared: [String: Int] = [:]

  /// Compares two builds: files, folders with a `results.json`, or git revisions of the book in
  /// `folder`.
  public init(old: String, new: String, folder: String) async throws {
    let folder = BookFolder.absolute(folder)
    self.init(
      old: old, try await ResultSource(name: old, folder: folder).load(),
      new: new, try await ResultSource(name: new, folder: folder).load())
  }

  init(old: String, _ oldFile: ResultFile, new: String, _ newFile: ResultFile) {
    self.old = old
    self.new = new
    let matching = Matching(
      oldFile.experiments, newFile.experiments, name: \.id, content: Self.content)
    for entry in matching.removed { report(.experiment, .removed, entry.id, "") }
    for entry in matching.added { report(.experiment, .added, entry.id, "") }
    for (before, after) in matching.renamed {
      report(.experiment, .renamed, after.id, "", old: before.id, new: after.id)
    }
    for (before, after) in matching.pairs + matching.renamed {
      var comparison = EntryComparison(before, after)
      comparison.compare()
      changes += comparison.changes
      compared.merge(comparison.compared, uniquingKeysWith: +)
    }
  }

  /// The comparison as JSON.
  public var json: String {
    get throws { try ResultCoding.text(of: self) }
  }

  private mutating func report(
    _ kind: ResultChange.Kind, _ change: ResultChange.Change, _ experiment: String, _ name: String,
    old: String? = nil, new: String? = nil
  ) {
    changes.append(
      ResultChange(
        kind: kind, change: change, experiment: experiment, name: name, old: old, new: new))
  }

  /// Everything that an experiment said, without its name.
  private static func content(_ entry: ResultFile.Entry) -> String {
    var entry = entry
    entry.id = ""
    entry.chapter = ""
    return (try? ResultCoding.encode(entry)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
