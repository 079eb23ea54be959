import Results

/// One thing that two builds say differently.
public struct ResultChange: Codable, Sendable, Equatable {
  /// What differs.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case experiment, seeds, data, value, claim, curve, table, text
  }

  /// How it differs.
  public enum Change: String, Codable, Sendable {
    case added, removed, renamed, moved
  }

  /// What differs.
  public var kind: Kind
  /// How.
  public var change: Change
  /// The experiment's id.
  public var experiment: String
  /// The value's or table's name, the claim's sentence, the curve's figure and label.
  public var name: String
  /// What it was, for people.
  public var old: String?
  /// What it is.
  public var new: String?
  /// The new mean minus the old one; the largest of a curve's or table's.
  public var difference: Double?
  /// How a value is shown; its difference is in the same numbers as `results.json`.
  public var unit: Results.Unit?
  /// The difference in units of the seeds' spread: the standard deviation of a value or claim, the
  /// band of a curve. Nil where nothing spreads.
  public var spreads: Double?
  /// Where the largest difference is.
  public var place: String?
}
