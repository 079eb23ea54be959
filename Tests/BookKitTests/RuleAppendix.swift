import Foundation

@testable import BookKit

/// The appendix chapter *Every diagnostic*: an introduction that is written by hand, and what follows
/// its mark, made of the table of rules and of the examples.
enum RuleAppendix {
  static let path =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../chapters/6-appendix/03-every-diagnostic.md").standardizedFileURL.path

  private static let mark = """
    <!-- What follows is made by RuleTests of Sources/BookKit/Diagnostics/Rules: change it there. -->

    """

  /// The part that is written by hand, with the mark at its end.
  static func introduction(of chapter: String) -> String? {
    chapter.range(of: mark).map { String(chapter[..<$0.upperBound]) }
  }

  /// A rule's section; its heading makes its id the anchor.
  static func section(_ rule: Rule, example: String) -> String {
    // Longer than any run of backticks inside.
    let fence = String(repeating: "`", count: example.contains("```") ? 4 : 3)
    let kind = rule.severity == .error ? "" : " It is a warning: the build goes on."
    return """

      ### `\(rule.id)`

      \(rule.meaning)\(kind)

      \(fence)text
      \(example)
      \(fence)

      **What to do.** \(rule.remedy)

      """
  }

  static func text(introduction: String, examples: [String: String]) -> String {
    Rule.families.reduce(introduction) { text, family in
      text + "\n## \(family.title)\n"
        + family.rules.map { section($0, example: examples[$0.id] ?? "") }.joined()
    }
  }
}
