/// Finds what was probably meant by a misspelt name.
public enum NearestName {
  /// Up to three candidates that are near `name`, the nearest first; ties in the given order.
  public static func suggestions(for name: String, among candidates: [String]) -> [String] {
    // A long text is no typo of a name, and the table below is quadratic.
    guard name.count < 64 else { return [] }
    let name = name.lowercased()
    let limit = max(2, name.count / 3)
    let near = candidates.enumerated().map { ($0.offset, $0.element, distance(name, $0.element)) }
      .filter { ($0.2 <= limit && $0.2 < $0.1.count) || $0.1.contains(name) || name.contains($0.1) }
      .sorted { ($0.2, $0.0) < ($1.2, $1.0) }
    return near.prefix(3).map(\.1)
  }

  /// Insertions, deletions and replacements that turn one into the other.
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (character == right[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
