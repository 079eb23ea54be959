import Foundation
import Testing

@testable import BookKit

/// Every rule is in the table, has an example that is provoked here, and the appendix shows both.
@Suite struct RuleTests {
  static let rules = Rule.families.flatMap(\.rules)

  @Test func theTableHoldsTheRulesOfTheSources() throws {
    let ids = Self.rules.map(\.id)
    #expect(Set(ids).count == ids.count, "a rule is in the table once")
    #expect(try Self.idsInSources().subtracting(ids) == [], "these need an entry in the table")
    #expect(try Set(ids).subtracting(Self.idsInSources()) == [], "nothing reports these any more")
  }

  /// Compares the whole chapter, so each rule's exact text, and rewrites it where the environment asks.
  @Test func theAppendixShowsTheTableAndRealMistakes() async throws {
    let chapter = try String(contentsOfFile: RuleAppendix.path, encoding: .utf8)
    let introduction = try #require(RuleAppendix.introduction(of: chapter))
    let examples = try await RuleExamples.all()
    for rule in Self.rules {
      guard let example = examples[rule.id] else {
        Issue.record("nothing provokes \(rule.id)")
        continue
      }
      #expect(
        example.contains("\(rule.severity.rawValue): "),
        "the table has another severity: \(rule.id)")
      if !Self.rewrites {
        let section = RuleAppendix.section(rule, example: example)
        #expect(chapter.contains(section), "\(rule.id): the appendix differs")
      }
    }
    let text = RuleAppendix.text(introduction: introduction, examples: examples)
    if Self.rewrites {
      try #require(ProcessInfo.processInfo.environment["CI"] == nil, "not rewritten in CI")
      try Data(text.utf8).write(to: URL(fileURLWithPath: RuleAppendix.path))
    } else {
      #expect(text == chapter, "REGBOOK_UPDATE_GOLDEN=1 rewrites the chapter")
    }
  }

  private static var rewrites: Bool {
    ProcessInfo.processInfo.environment["REGBOOK_UPDATE_GOLDEN"] == "1"
  }

  /// The ids that stand where the sources make diagnostics.
  private static func idsInSources() throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardizedFileURL
    let places = [
      /rule: (?:[\w. =]+ \? )?"([a-z0-9-]+)"(?: : "([a-z0-9-]+)")?/,
      /(?:error|warning|report|atFence|located|missing)\(\s*"([a-z0-9-]+)"()?/,
      /static let \w+ = "([a-z]+-[a-z-]+)"()?/,
    ]
    var ids: Set<String> = []
    for module in ["BookKit", "regbook"] {
      let folder = sources.appending(path: module).path
      let files = try #require(FileManager.default.enumerator(atPath: folder))
      for case let file as String in files where file.hasSuffix(".swift") {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        for match in places.flatMap(text.matches(of:)) {
          ids.formUnion([match.1, match.2 ?? ""].map(String.init))
        }
      }
    }
    return ids.subtracting([""])
  }
}
