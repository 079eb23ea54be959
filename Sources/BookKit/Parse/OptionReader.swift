import Results

/// Reads the `key=value` words of an experiment's fence.
struct OptionReader {
  private(set) var options = ExperimentOptions()
  private(set) var mistakes: [Diagnostic] = []
  private let source: SourceText
  private var given: [String] = []

  private static let known = ["seeds", "timeout", "fold", "expect"]

  init(_ source: SourceText) { self.source = source }

  mutating func read(_ word: FenceWord) {
    let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let key = String(parts[0])
    let keyPlace = word.place.lowerBound..<word.place.lowerBound + max(1, key.utf8.count)
    guard Self.known.contains(key) else {
      if key.isEmpty { return reportStraySign(word) }
      let nearest = NearestName.suggestions(for: key, among: Self.known).first
      mistakes.append(
        source.error(
          "unknown-option", at: keyPlace, "There is no option “\(key)”.",
          hint: (nearest.map { "Did you mean “\($0)”? " } ?? "")
            + "The options are seeds=5, timeout=120, fold=true and expect=trap."))
      return
    }
    if given.contains(key) {
      mistakes.append(
        source.error(
          "duplicate-option", at: keyPlace, "The option “\(key)” is given twice.",
          hint: "Keep one of them."))
      return
    }
    given.append(key)
    let value = parts.count == 2 ? String(parts[1]) : nil
    let valuePlace =
      value?.isEmpty == false
      ? keyPlace.upperBound + 1..<word.place.upperBound : word.place
    switch key {
    case "seeds":
      if let seeds = number(key, value, 1...1000, example: "5", at: valuePlace) {
        options.seeds = seeds
      }
    case "timeout":
      options.timeout = number(key, value, 1...3600, example: "120", at: valuePlace)
    case "expect":
      options.expect = value.flatMap(ExperimentFailure.Kind.init)
      if options.expect == nil {
        report(
          key, value, expected: "trap, compile-error, diverges or timeout", example: "trap",
          at: valuePlace)
      }
    default:
      switch value {
      case "true": options.fold = true
      case "false": options.fold = false
      default: report(key, value, expected: "true or false", example: "true", at: valuePlace)
      }
    }
  }

  private mutating func number(
    _ key: String, _ value: String?, _ range: ClosedRange<Int>, example: String,
    at place: Range<Int>
  ) -> Int? {
    let isNumber = value?.utf8.allSatisfy(\.isDigit) ?? false
    if isNumber, let number = value.flatMap(Int.init), range.contains(number) { return number }
    report(
      key, value, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      example: example, at: place)
    return nil
  }

  private mutating func report(
    _ key: String, _ value: String?, expected: String, example: String, at place: Range<Int>
  ) {
    let found = value.map { $0.isEmpty ? "has no value" : "is “\($0)”" } ?? "has no value"
    mistakes.append(
      source.error(
        "bad-option-value", at: place,
        "The option “\(key)” should be \(expected), but it \(found).",
        hint: "Write \(key)=\(example), without spaces."))
  }

  private mutating func reportStraySign(_ word: FenceWord) {
    mistakes.append(
      source.error(
        "bad-option-value", at: word.place, "“\(word.text)” has no option before its “=”.",
        hint: "Write an option as key=value, without spaces: seeds=5"))
  }
}
