/// A kind of mistake: what the id at the end of a diagnostic stands for.
///
/// The appendix chapter *Every diagnostic* is made of these and of an example of each that the tests
/// provoke.
struct Rule: Sendable {
  /// A family of rules, with the heading that they stand under.
  struct Family: Sendable {
    let title: String
    let rules: [Rule]
  }

  /// As it stands in brackets: `unknown-value`.
  let id: String
  /// Whether the build fails.
  let severity: Diagnostic.Severity
  /// What is wrong, and why that is a mistake, in Markdown.
  let meaning: String
  /// What to do about it, in Markdown.
  let remedy: String

  init(
    _ id: String, _ meaning: String, remedy: String, severity: Diagnostic.Severity = .error
  ) {
    self.id = id
    self.severity = severity
    self.meaning = meaning
    self.remedy = remedy
  }

  /// Every rule, in the order in which a build meets them.
  static let families = [
    files, frontMatter, text, fences, compilation, runs, claims, pages, machine, commands,
  ]
}
