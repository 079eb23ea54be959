import Foundation
import Results

/// Results of earlier builds, by key. A file is whole, by regbook, unedited and under its own name, or it
/// is not used.
struct ResultCache: Sendable {
  /// What the cache holds for a key.
  enum Answer: Sendable, Equatable {
    /// The Result, current, and the hash of its bytes.
    case result(ExperimentResult, hash: String)
    /// Nothing.
    case absent
    /// A file that cannot be trusted; the words say what is wrong with it.
    case damaged(file: String, String)
    /// The Result of other bytes in these data files.
    case inputsChanged([String])
  }

  let workspace: Workspace
  private let inputs = InputHashes()

  init(workspace: Workspace) { self.workspace = workspace }

  /// What there is for a key.
  func answer(to key: ResultKey) -> Answer {
    let name = key.name
    guard let data = Files.read(path(name)) else { return .absent }
    let damaged = { Answer.damaged(file: ".regbook/results/\(name).json", $0) }
    guard let newline = data.firstIndex(of: 10), data.starts(with: Self.mark.utf8) else {
      return damaged("is not a Result that this regbook wrote")
    }
    let payload = data[(newline + 1)...]
    let header = String(decoding: data[..<newline], as: UTF8.self)
    guard header.hasPrefix("\(Self.mark) \(name) ") else {
      return damaged("belongs to another experiment")
    }
    guard header == Self.header(name, payload) else {
      return damaged("was cut short or edited")
    }
    guard let result = try? ResultCoding.decode(ExperimentResult.self, from: Data(payload)) else {
      return damaged("is not a Result that this regbook wrote")
    }
    let changed = changedInputs(result.inputs)
    if !changed.isEmpty { return .inputsChanged(changed) }
    return .result(result, hash: String(header.split(separator: " ").last ?? ""))
  }

  /// Whether there is anything for a key.
  func hasFile(for key: ResultKey) -> Bool { Files.exists(path(key.name)) }

  /// Keeps a Result.
  func store(_ result: ExperimentResult, key: ResultKey) throws {
    let payload = try ResultCoding.encode(result)
    let name = key.name
    try Files.writeAtomically(
      Data((Self.header(name, payload) + "\n").utf8) + payload, to: path(name))
  }

  /// The data files that are not what they were.
  func changedInputs(_ files: [InputFile]) -> [String] {
    files.filter { inputs.sha256(of: workspace.book + "/" + $0.path) != $0.sha256 }.map(\.path)
  }

  private func path(_ name: String) -> String { "\(workspace.results)/\(name).json" }

  private static let mark = "regbook-result 3"

  private static func header(_ name: String, _ payload: some Sequence<UInt8>) -> String {
    "\(mark) \(name) \(Fingerprint.of(payload))"
  }
}
