/// The words after a value's name: `percent 1 ± sd`.
struct ValueFormat: Equatable {
  /// How a number becomes digits.
  enum Digits: Equatable {
    case percent(places: Int)
    case points(places: Int)
    case fixed(places: Int)
    case significant(digits: Int)
  }

  /// Which numbers are shown.
  enum Shown: Equatable {
    case mean
    case meanAndDeviation
    case meanAndInterval
    case range
    case seeds
  }

  /// Nil for what the value's unit asks for.
  var digits: Digits?
  var shown = Shown.mean

  /// Reads the words; nil where they are not a format.
  init?(_ words: String) {
    var rest = words.split(separator: " ")[...]
    if rest == ["seeds"] {
      shown = .seeds
      return
    }
    if let style = rest.first.flatMap({ Style(rawValue: String($0)) }) {
      rest.removeFirst()
      guard let digits = Self.digits(style, &rest) else { return nil }
      self.digits = digits
    }
    switch rest {
    case []: shown = .mean
    case ["±", "sd"]: shown = .meanAndDeviation
    case ["±", "ci"]: shown = .meanAndInterval
    case ["range"]: shown = .range
    default: return nil
    }
  }

  private enum Style: String { case percent, points, fixed, significant }

  private static func digits(_ style: Style, _ rest: inout ArraySlice<Substring>) -> Digits? {
    var count: Int?
    if let word = rest.first, word.allSatisfy(\.isNumber) {
      count = Int(word)
      rest.removeFirst()
      guard let count, count <= 15 else { return nil }
    }
    switch style {
    case .percent: return .percent(places: count ?? 1)
    case .points: return .points(places: count ?? 1)
    case .fixed: return count.map { .fixed(places: $0) }
    case .significant: return count.flatMap { $0 > 0 ? .significant(digits: $0) : nil }
    }
  }
}
