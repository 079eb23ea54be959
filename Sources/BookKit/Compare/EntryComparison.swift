import Numerics
import Results

/// What one experiment says in two builds.
struct EntryComparison {
  private let old: ResultFile.Entry
  private let new: ResultFile.Entry
  var changes: [ResultChange] = []
  /// How many values, claims and curves are in both.
  var compared: [String: Int] = [:]

  init(_ old: ResultFile.Entry, _ new: ResultFile.Entry) {
    self.old = old
    self.new = new
  }

  var figures: (old: [ResultFile.Shown], new: [ResultFile.Shown]) { (old.figures, new.figures) }
  var tables: (old: [ResultFile.Shown], new: [ResultFile.Shown]) { (old.tables, new.tables) }

  mutating func compare() {
    if old.seeds != new.seeds {
      report(.seeds, .moved, "", old: Self.text(old.seeds), new: Self.text(new.seeds))
    }
    compareData()
    compareValues()
    compareClaims()
    compareFigures()
    compareTables()
    if old.output != new.output {
      let lines = old.output.difference(from: new.output).count
      report(.text, .moved, "", place: "\(lines) line\(lines == 1 ? "" : "s") of what it prints")
    }
    if old.failure != new.failure { report(.text, .moved, "", place: "how it fails") }
  }

  mutating func report(
    _ kind: ResultChange.Kind, _ change: ResultChange.Change, _ name: String, old: String? = nil,
    new: String? = nil, difference: Double? = nil, unit: Results.Unit? = nil,
    spreads: Double? = nil,
    place: String? = nil
  ) {
    changes.append(
      ResultChange(
        kind: kind, change: change, experiment: self.new.id, name: name, old: old, new: new,
        difference: difference, unit: unit, spreads: spreads, place: place))
  }

  /// Reports what only one build has, and what has another name; counts what both have.
  mutating func reportNames<Item>(
    _ kind: ResultChange.Kind, _ matching: Matching<Item>, name: (Item) -> String
  ) {
    for item in matching.removed { report(kind, .removed, name(item)) }
    for item in matching.added { report(kind, .added, name(item)) }
    for (old, new) in matching.renamed {
      report(kind, .renamed, name(new), old: name(old), new: name(new))
    }
    compared[kind.rawValue, default: 0] += matching.pairs.count + matching.renamed.count
  }

  private mutating func compareData() {
    let matching = Matching(old.inputs, new.inputs, name: \.path, content: \.sha256)
    reportNames(.data, matching, name: \.path)
    for (old, new) in matching.pairs where old.sha256 != new.sha256 {
      report(
        .data, .moved, new.path, old: String(old.sha256.prefix(12)),
        new: String(new.sha256.prefix(12)))
    }
  }

  private mutating func compareValues() {
    let matching = Matching(
      old.values, new.values, name: \.name, content: { "\($0.unit) \($0.samples)" })
    reportNames(.value, matching, name: \.name)
    for (old, new) in matching.pairs {
      let shift = SampleShift(old.samples, new.samples)
      if shift == nil && old.unit == new.unit { continue }
      report(
        .value, .moved, new.name, old: NumberText(old.samples, unit: old.unit, decimals: nil).plain,
        new: NumberText(new.samples, unit: new.unit, decimals: nil).plain,
        difference: shift?.difference ?? 0, unit: new.unit, spreads: shift?.spreads)
    }
  }

  private mutating func compareClaims() {
    let matching = Matching(
      old.claims, new.claims, name: \.sentence,
      content: { "\($0.left) \($0.relation) \($0.right) \($0.strength)" })
    reportNames(.claim, matching, name: \.sentence)
    for (old, new) in matching.pairs {
      // Where both sides are nearly equal, their difference may double though neither moves.
      let isStill =
        SampleShift.areSame(old.left, new.left) && SampleShift.areSame(old.right, new.right)
      let shift = isStill ? nil : SampleShift(old.differences, new.differences)
      let isRestated = old.relation != new.relation || old.strength != new.strength
      if shift == nil && !isRestated && old.verdict.outcome == new.verdict.outcome { continue }
      report(
        .claim, .moved, new.sentence, old: Self.text(old), new: Self.text(new),
        difference: shift?.difference ?? 0, spreads: shift?.spreads,
        place: isRestated ? "it claims something else now" : nil)
    }
  }

  private static func text(_ claim: ResultFile.DecidedClaim) -> String {
    "\(claim.verdict.outcome.rawValue) at "
      + NumberFormatting.significant(claim.verdict.estimate, digits: 4)
  }

  private static func text(_ seeds: [Int]) -> String {
    guard let first = seeds.first, let last = seeds.last else { return "none" }
    return seeds == Array(first...max(first, last)) ? "\(first)..\(last)" : "\(seeds)"
  }
}

extension ResultFile.DecidedClaim {
  /// Left − right, pair by pair.
  fileprivate var differences: [Double] {
    let count = max(left.count, right.count)
    guard !left.isEmpty, !right.isEmpty else { return [] }
    return (0..<count).map { left[left.count == 1 ? 0 : $0] - right[right.count == 1 ? 0 : $0] }
  }
}
