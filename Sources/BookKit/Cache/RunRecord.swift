import Foundation
import Results

/// What is remembered of an experiment's last run: for `regbook explain` and for the time that is left.
/// No Result holds any of it.
struct RunRecord: Codable, Sendable, Equatable {
  /// What decided its Result.
  var key: ResultKey
  /// The data files that it read.
  var inputs: [InputFile]
  /// How long it ran.
  var seconds: Double
  /// Why it ran.
  var reason: String
}

extension RunRecord {
  /// The record of an experiment; nil if it has not run here, or the file is damaged.
  init?(of id: String, in workspace: Workspace) {
    guard let data = Files.read(Self.path(id, workspace)),
      let record = try? JSONDecoder().decode(RunRecord.self, from: data)
    else { return nil }
    self = record
  }

  /// Remembers it in the place of the one before.
  func write(in workspace: Workspace) throws {
    let data = try ResultCoding.encode(self)
    try Files.writeAtomically(data, to: Self.path(key.id, workspace))
  }

  private static func path(_ id: String, _ workspace: Workspace) -> String {
    "\(workspace.runs)/\(id).json"
  }
}
