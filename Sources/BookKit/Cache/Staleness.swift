import Results

/// Why an experiment has no Result that can be used.
struct Staleness: Sendable, Equatable {
  /// A sentence without its full stop: `code changed; setup, options, data, engine, compiler the same`.
  let reason: String

  /// Compares what decides the Result now with what decided that of the last run.
  init(_ answer: ResultCache.Answer, key: ResultKey, cache: ResultCache) {
    switch answer {
    case .damaged(let file, let words):
      reason = "\(file) \(words)"
      return
    case .inputsChanged(let files):
      reason = Self.sentence([("data", Self.files(files))])
      return
    case .absent, .result: break
    }
    guard let last = RunRecord(of: key.id, in: cache.workspace) else {
      reason = "no earlier run here"
      return
    }
    var changes: [(String, String)] = []
    if last.key.code != key.code { changes.append(("code", "changed")) }
    if last.key.setup != key.setup { changes.append(("setup", "changed")) }
    if last.key.options != key.options {
      changes.append(("options", "“\(last.key.options)” is now “\(key.options)”"))
    }
    let inputs = cache.changedInputs(last.inputs)
    if !inputs.isEmpty { changes.append(("data", Self.files(inputs))) }
    if last.key.engine != key.engine {
      let files = EngineListing.difference(last.key.engine, key.engine, in: cache.workspace)
      changes.append(("engine", files))
    }
    if last.key.compiler != key.compiler {
      let (old, new) = (Self.firstLine(last.key.compiler), Self.firstLine(key.compiler))
      changes.append(("compiler", old == new ? "another target" : "“\(old)” is now “\(new)”"))
    }
    reason =
      changes.isEmpty ? "its Result is gone from .regbook/results" : Self.sentence(changes)
  }

  /// A Result that is there is to be computed all the same.
  static let refreshed = Staleness(reason: "--refresh asks for it")

  private init(reason: String) { self.reason = reason }

  private static let parts = ["code", "setup", "options", "data", "engine", "compiler"]

  private static func sentence(_ changes: [(part: String, words: String)]) -> String {
    let same = parts.filter { part in !changes.contains { $0.part == part } }
    let said = changes.map {
      $0.words == "changed" ? "\($0.part) changed" : "\($0.part): \($0.words)"
    }
    return said.joined(separator: "; ")
      + (same.isEmpty ? "" : "; \(same.joined(separator: ", ")) the same")
  }

  private static func files(_ names: [String]) -> String {
    names.joined(separator: ", ") + " changed"
  }

  private static func firstLine(_ text: String) -> String {
    text.split(separator: "\n").first.map(String.init) ?? ""
  }
}
