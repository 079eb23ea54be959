/// Gives a number a name, for prose (`{{experiment.name}}`), `results.json` and comparisons.
///
/// Inside `seeds { }` every seed records its own number under the one name.
///
/// - Parameters:
///   - name: Lowercase letters, digits and hyphens; unique in the experiment.
///   - value: A number, or one a seed.
///   - unit: How it is shown; `.percent` and `.points` take fractions.
public func record(
  _ name: String, _ value: some Measured, unit: Unit = .number, file: String = #filePath,
  line: Int = #line, column: Int = #column
) {
  Recorder.requireSlug(name)
  let unit = value is any Counted && unit == .number ? .count : unit
  require(
    value.samples.values.allSatisfy(\.isFinite),
    "the value \"\(name)\" is not a finite number: \(value.samples.values)")
  Recorder.current.say { result in
    Recorder.requireNew(name, in: result)
    result.values.append(
      RecordedValue(
        name: name, samples: value.samples.values, unit: unit,
        location: location(of: "record", file, line, column)))
  }
}

/// Makes a falsifiable sentence that the build puts on trial.
///
/// The build fails on this line if the numbers refute the sentence, or if there are not enough seeds
/// to tell.
///
/// - Parameters:
///   - sentence: What is claimed, in plain words.
///   - comparison: The numbers, such as `a < b`; with several seeds they are compared pair by pair.
///   - strength: `.exact(tolerance:)` for mathematics, `.everySeed(margin:)` for every seed (the
///     default, with margin 0), `.interval(confidence:margin:)` for the mean.
///   - tests: The articles' claims that it decides, such as `"A9"`.
public func claim(
  _ sentence: String, _ comparison: Comparison, _ strength: Claim.Strength = .everySeed,
  tests: String..., file: String = #filePath, line: Int = #line, column: Int = #column
) {
  require(!sentence.isEmpty, "a claim is a sentence; this one has no words")
  require(strength)
  require(
    tests.allSatisfy { !$0.isEmpty },
    "a claim tests an article's claim by its id, such as tests: \"A9\"; leave tests: out for none")
  Recorder.current.say { result in
    result.claims.append(
      Claim(
        sentence: sentence, left: comparison.left.values, relation: comparison.relation,
        right: comparison.right.values, strength: strength, tests: tests,
        location: location(of: "claim", file, line, column)))
  }
}

/// Refuses what no comparison can be asked for.
private func require(_ strength: Claim.Strength) {
  func requireMargin(_ margin: Double, _ name: String) {
    require(
      margin >= 0 && margin.isFinite,
      "a \(name) is 0 or more, not \(margin); to ask for less, move the other side: a < b + 0.1")
  }
  switch strength {
  case .exact(let tolerance): requireMargin(tolerance, "tolerance")
  case .everySeed(let margin): requireMargin(margin, "margin")
  case .interval(let confidence, let margin):
    require(
      confidence > 0 && confidence < 1,
      "a confidence lies between 0 and 1, such as 0.95; \(confidence) does not")
    requireMargin(margin, "margin")
  }
}

/// Prints under the experiment, and on the terminal of `regbook run`.
///
/// It has all parameters of the standard library's, or Swift would call that one for three items.
public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  let words = items.map { "\($0)" }.joined(separator: separator).withoutAddresses
  let text = words + (terminator == "\n" ? "" : terminator)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  Recorder.current.say { $0.output += lines }
  Swift.print(text)
}
