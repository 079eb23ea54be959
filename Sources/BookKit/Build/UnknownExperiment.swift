/// Ids on the command line that the book does not have.
enum UnknownExperiment {
  /// Throws a diagnostic about the first of `ids` that is not among `known`.
  static func check(_ ids: [String], among known: [String]) throws(Diagnostic) {
    for id in ids where !known.contains(id) {
      throw Diagnostic(
        rule: "unknown-experiment", "There is no experiment “\(id)” in this book.",
        hint: hint(for: id, among: known))
    }
  }

  private static func hint(for id: String, among ids: [String]) -> String {
    let near = NearestName.suggestions(for: id, among: ids)
    if !near.isEmpty { return "Did you mean \(near.joined(separator: ", "))?" }
    if ids.isEmpty { return "It has none." }
    return "There are: " + ids.prefix(12).joined(separator: ", ")
      + (ids.count > 12 ? " and \(ids.count - 12) more." : ".")
  }
}
