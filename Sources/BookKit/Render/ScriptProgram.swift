import Results

/// A JavaScript program whose functions are pure: the same scripts and arguments give the same
/// answer, so answers are remembered from build to build and the program often need not start.
final class ScriptProgram {
  private let scripts: [(name: String, source: String)]
  private let memory: ScriptMemory
  private let stamp: String
  private var engine: ScriptEngine?

  init(_ scripts: [(name: String, source: String)], memory: ScriptMemory) {
    self.scripts = scripts
    self.memory = memory
    var fingerprint = Fingerprint()
    for script in scripts {
      fingerprint.update("\(script.source.utf8.count) \(script.source)".utf8)
    }
    stamp = fingerprint.hexadecimal
  }

  /// Calls a function of the scripts; its answer as a string.
  func call(_ function: String, _ arguments: String...) throws -> String {
    let words = ([stamp, function] + arguments).map { "\($0.utf8.count) \($0)" }.joined()
    let key = Fingerprint.of(words.utf8)
    if let answer = memory[key] { return answer }
    let answer = try started().call(function, arguments)
    memory[key] = answer
    return answer
  }

  private func started() throws -> ScriptEngine {
    if let engine { return engine }
    let engine = ScriptEngine()
    for script in scripts { try engine.load(script.source, name: script.name) }
    self.engine = engine
    return engine
  }
}
