import Numerics
import Results

extension ResultDiff {
  /// The comparison for a terminal: each experiment with what moved in it, and a last line that counts.
  public var text: String {
    var lines = [ResultChange.Change.added, .removed].compactMap(wholeExperiments)
    var experiment: String?
    for change in changes {
      if change.kind == .experiment {
        if change.change == .renamed { lines.append(change.headline) }
        continue
      }
      if change.experiment != experiment { lines.append(change.experiment) }
      experiment = change.experiment
      lines.append("  " + change.line)
    }
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  /// `3 experiments added: a, b, c`; nil where there are none.
  private func wholeExperiments(_ change: ResultChange.Change) -> String? {
    let names = changes.filter { $0.kind == .experiment && $0.change == change }.map(\.experiment)
    guard !names.isEmpty else { return nil }
    let count = names.count == 1 ? "1 experiment" : "\(names.count) experiments"
    return "\(count) \(change.rawValue): \(names.joined(separator: ", "))"
  }

  /// `2 of 25 values, no claim and 1 of 3 curves moved`
  private var summary: String {
    let counted: [(ResultChange.Kind, String, String)] = [
      (.value, "value", "values"), (.claim, "claim", "claims"), (.curve, "curve", "curves"),
    ]
    if changes.isEmpty {
      let parts = counted.map { kind, one, many in
        let count = compared[kind.rawValue] ?? 0
        return "\(count) \(count == 1 ? one : many)"
      }
      return "Nothing moved: \(parts[0]), \(parts[1]) and \(parts[2]) are the same."
    }
    let parts = counted.map { kind, _, many in
      let moved = changes.count { $0.kind == kind && $0.change == .moved }
      return "\(moved) of \(compared[kind.rawValue] ?? 0) \(many)"
    }
    return "From \(old) to \(new), \(parts[0]), \(parts[1]) and \(parts[2]) moved."
  }
}

extension ResultChange {
  fileprivate var headline: String { "\(experiment): experiment renamed, was \(old ?? "")" }

  /// `value   gain: 2.1 → 2.4 (+0.3, +1.2 spreads)`
  fileprivate var line: String {
    let title = name.isEmpty ? kind.rawValue : kind.rawValue.padded(to: 6) + " " + name
    switch change {
    case .added, .removed: return "\(title): \(change)"
    case .renamed: return "\(title): renamed, was \(old ?? "")"
    case .moved: break
    }
    var words: [String] = []
    if let old, let new { words.append("\(old) → \(new)") }
    if let place { words.append(place) }
    var shift: [String] = []
    if let difference { shift.append(Self.text(difference, unit)) }
    if let spreads { shift.append(Self.signed(spreads, digits: 2) + " spreads") }
    if !shift.isEmpty { words.append("(\(shift.joined(separator: ", ")))") }
    return "\(title): \(words.joined(separator: " "))"
  }

  /// A difference of two fractions is one in percentage points.
  private static func text(_ difference: Double, _ unit: Results.Unit?) -> String {
    unit == .percent || unit == .points
      ? signed(100 * difference, digits: 3) + " points" : signed(difference, digits: 3)
  }

  private static func signed(_ x: Double, digits: Int) -> String {
    (x > 0 ? "+" : "") + NumberFormatting.significant(x, digits: digits)
  }
}
