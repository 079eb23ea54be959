import Results

/// Everything that decides an experiment's Result, part by part: together its name in the cache, one by
/// one the answer to “why does it run again?”.
struct ResultKey: Codable, Sendable, Equatable {
  /// The experiment's id.
  let id: String
  /// The hash of the block's code.
  let code: String
  /// The hash of the chapter's setup blocks.
  let setup: String
  /// The options that reach the Result, as an author writes them: `seeds=5`.
  let options: String
  /// The hash of the engine's library and modules.
  let engine: String
  /// The compiler's version and its target.
  let compiler: String

  /// The name of the Result in the cache.
  var name: String {
    Self.hash(["regbook result 3", id, code, setup, options, engine, compiler])
  }

  /// The hash of a list. Each part is preceded by its length, so that no two different lists read the
  /// same.
  static func hash(_ parts: [String]) -> String {
    var fingerprint = Fingerprint()
    for part in parts { fingerprint.update("\(part.utf8.count)\n\(part)".utf8) }
    return fingerprint.hexadecimal
  }
}

extension ExperimentJob {
  /// The key of the job's Result.
  func key(toolkit: Toolkit) -> ResultKey {
    var options = ["seeds=\(seeds)"]
    if let expect = experiment.options.expect {
      options.append("expect=\(expect.rawValue)")
      // How long it ran is a part of what the page says.
      if expect == .timeout { options.append("timeout=\(timeout)") }
    }
    if optimize { options.append("optimize: true") }
    return ResultKey(
      id: experiment.id, code: ResultKey.hash([experiment.code]),
      setup: ResultKey.hash(setup.map(\.code)), options: options.joined(separator: " "),
      engine: toolkit.engine, compiler: toolkit.compiler)
  }
}
