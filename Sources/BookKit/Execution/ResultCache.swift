import Foundation
import Results

/// Results of earlier builds, by key. A file is whole, by regbook and unedited, or it is ignored.
struct ResultCache: Sendable {
  let workspace: Workspace
  private let inputs = InputHashes()

  init(workspace: Workspace) { self.workspace = workspace }

  /// The Result with this key, if there is one and the data files that it read are unchanged.
  func result(_ key: String) -> ExperimentResult? {
    guard let data = Files.read(path(key)), let newline = data.firstIndex(of: 10) else {
      return nil
    }
    let payload = data[(newline + 1)...]
    guard String(decoding: data[..<newline], as: UTF8.self) == Self.header(payload),
      let result = try? ResultCoding.decode(ExperimentResult.self, from: Data(payload))
    else { return nil }
    let unchanged = result.inputs.allSatisfy {
      inputs.sha256(of: workspace.book + "/" + $0.path) == $0.sha256
    }
    return unchanged ? result : nil
  }

  /// Keeps a Result.
  func store(_ result: ExperimentResult, key: String) throws {
    let payload = try ResultCoding.encode(result)
    try Files.writeAtomically(Data((Self.header(payload) + "\n").utf8) + payload, to: path(key))
  }

  private func path(_ key: String) -> String { "\(workspace.results)/\(key).json" }

  private static func header(_ payload: some Sequence<UInt8>) -> String {
    "regbook-result 1 \(Fingerprint.of(payload))"
  }
}
