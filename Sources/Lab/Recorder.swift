internal import Synchronization

/// Collects what an experiment says. Inside `seeds { }` and `sweep { }` every item has a recorder of
/// its own, and they are joined in order: the result does not depend on the number of threads.
final class Recorder: Sendable {
  @TaskLocal static var current = Recorder()

  private let said = Mutex(ExperimentResult())

  /// What has been said so far.
  var result: ExperimentResult { said.withLock { $0 } }

  /// Runs an experiment's body and returns everything that it said and read.
  static func collect(_ body: () throws -> Void) rethrows -> ExperimentResult {
    DataFiles.folder = RunContext.current.bookFolder
    let recorder = Recorder()
    try $current.withValue(recorder, operation: body)
    var result = recorder.result
    result.inputs = DataFiles.inputs
    return result
  }

  /// Says something.
  func say(_ change: (inout ExperimentResult) -> Void) {
    said.withLock { change(&$0) }
  }

  /// Runs items concurrently, each with a recorder of its own, and joins what they said in order.
  ///
  /// - Parameter asSeeds: Whether a value recorded by every item is one value with a sample a seed.
  func concurrently<T: Sendable, E: Error>(
    _ count: Int, asSeeds: Bool, _ body: @Sendable (Int) throws(E) -> T
  ) throws(E) -> [T] {
    let outcomes = try concurrentMap(count) { index throws(E) in
      let recorder = Recorder()
      let value = Self.$current.withValue(recorder) {
        Result { () throws(E) -> T in try body(index) }
      }
      return (try value.get(), recorder.result)
    }
    for (_, result) in outcomes { join(result, asSeeds: asSeeds) }
    return outcomes.map(\.0)
  }

  private func join(_ other: ExperimentResult, asSeeds: Bool) {
    say { result in
      for value in other.values {
        if asSeeds, let index = result.values.firstIndex(where: { $0.name == value.name }) {
          result.values[index].samples += value.samples
        } else {
          Self.requireNew(value.name, in: result)
          result.values.append(value)
        }
      }
      for figure in other.figures { Self.requireNew(figure.name, in: result) }
      for table in other.tables { Self.requireNew(table.name, in: result) }
      if asSeeds {
        for claim in other.claims { Self.requireNew(claim, in: result) }
      }
      result.figures += other.figures
      result.tables += other.tables
      result.claims += other.claims
      result.output += other.output
      if !other.seeds.isEmpty { result.seeds = other.seeds }
    }
  }

  /// Refuses a value's, figure's or table's name that is taken: prose could not tell them apart.
  static func requireNew(_ name: String, in result: ExperimentResult) {
    let taken = result.values.map(\.name) + result.figures.map(\.name) + result.tables.map(\.name)
    require(
      !taken.contains(name),
      "there is already a value, figure or table named \"\(name)\"; names are unique in an experiment"
    )
  }

  /// Refuses a claim that another seed has made: it is to be decided once, over all of them.
  private static func requireNew(_ claim: Claim, in result: ExperimentResult) {
    require(
      !result.claims.contains { $0.sentence == claim.sentence },
      "every seed makes the claim \"\(claim.sentence)\"; return what a seed finds from seeds { }, "
        + "and claim something of all of them after it")
  }

  /// Refuses a name that prose could not write between braces.
  static func requireSlug(_ name: String) {
    let letters = Array(name.utf8)
    let isSlug =
      letters.first.map { (97...122).contains($0) } ?? false
      && letters.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    require(
      isSlug,
      "\"\(name)\" cannot be a name: use lowercase letters, digits and hyphens, a letter first")
  }
}

/// Where a call of the function `name` stands, relative to its experiment's block. `column` is that of
/// the opening parenthesis, as `#column` gives it.
func location(of name: String, _ file: String, _ line: Int, _ column: Int) -> BlockLocation {
  guard let entry = RunContext.current.entry, file == entry.file,
    line > entry.line, line <= entry.line + entry.lines
  else { return BlockLocation(line: 0, column: 1) }
  return BlockLocation(line: line - entry.line, column: max(1, column - name.count))
}
