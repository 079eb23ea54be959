import Foundation
import Results
import Testing

@testable import BookKit

@Suite struct LedgerTests {
  private func read(_ yaml: String) -> LedgerReader {
    LedgerReader(SourceText(path: Ledger.path, bytes: Array(yaml.utf8)))
  }

  @Test func aClaim() {
    let reader = read(
      """
      - id: A9            # a remark
        line: 76
        claim: L1 forces weights to exactly zero, L2 does not.
        verdict: conditions
        technique: L1
        note: Only at the optimum.
      - {id: B1, line: 3, claim: 正则化, verdict: untestable, technique: "none: at all"}
      """)
    #expect(reader.mistakes == [])
    #expect(reader.entries.map(\.id) == ["A9", "B1"])
    #expect(reader.entries[0].note == "Only at the optimum.")
    #expect(reader.entries[0].verdict == .conditions)
    #expect(reader.entries[0].article == "A")
    #expect(reader.entries[0].span == SourceSpan(line: 1, column: 7, endLine: 1, endColumn: 9))
    #expect(reader.entries[1].technique == "none: at all")
  }

  private static let rest = "line: 1, claim: c, verdict: holds, technique: t"

  @Test(arguments: [
    ("a: b", "1:1", "The ledger should be a list of claims."),
    ("- A9", "1:3", "A claim should be lines of “key: value”."),
    ("- {id: a9, \(rest)}", "1:8", "“a9” is not the id of a claim."),
    ("- {id: A0, \(rest)}", "1:8", "“A0” is not the id of a claim."),
    (
      "- {id: A9, \(rest)}\n- {id: A9, \(rest)}", "2:8",
      "There are two claims “A9”; the first is on line 1."
    ),
    (
      "- {id: A9, line: x, claim: c, verdict: holds, technique: t}", "1:18",
      "A claim's line should be a number from 1 up, but it is “x”."
    ),
    (
      "- {id: A9, line: 1, claim: c, verdict: true, technique: t}", "1:40",
      "“true” is not a verdict."
    ),
    ("- {id: A9, line: 1, claim: c, verdict: holds}", "1:3", "The claim A9 has no “technique”."),
    (
      "- {id: A9, \(rest), verdikt: x}", "1:61",
      "There is no key “verdikt” in a claim of the ledger."
    ),
    ("- {id: A9, \(rest), note: [x]}", "1:67", "A claim's “note” should be text on its line."),
    (
      "- id: A9\n  claim: it is: so", "2:15",
      "The ledger is not valid YAML: mapping values are not allowed in this context."
    ),
  ])
  func mistakes(_ yaml: String, _ place: String, _ message: String) throws {
    let found = read(yaml).mistakes
    try #require(found.count == 1, "\(found)")
    #expect(found[0].rule == "bad-ledger")
    #expect(found[0].path == "chapters/claims.yaml")
    #expect(found[0].message == message)
    #expect(found[0].span.map { "\($0.line):\($0.column)" } == place)
  }

  /// A book with one experiment whose claims cite `tests`, and what is wrong with its ledger.
  private func check(
    _ entries: [LedgerEntry], citing tests: [[String]], hasResult: Bool = true
  ) throws -> [Diagnostic] {
    var result = ExperimentResult()
    result.claims = tests.map {
      Claim(
        sentence: "S.", left: [1], relation: .equal, right: [1], strength: .exact(tolerance: 0),
        tests: $0, location: BlockLocation(line: 4, column: 1))
    }
    let chapter = RenderSample.chapter(
      "chapters/1-a/01-b.md", title: "B", [RenderSample.experiment("x", "1\n", line: 10)])
    let book = Book(
      parts: [Part(folder: "1-a", index: nil, chapters: [chapter])],
      ledger: Ledger(entries: entries))
    return try RenderSupport.render(book, hasResult ? ["x": result] : [:]).diagnostics
  }

  @Test func aDecidedVerdictNeedsAClaim() throws {
    let decided: [LedgerEntry.Verdict] = [.holds, .conditions, .refuted]
    for verdict in LedgerEntry.Verdict.allCases {
      let entry = RenderSample.entry("A9", verdict, "c", "t", line: 5)
      #expect(try check([entry], citing: [["A9"]]) == [])
      let found = try check([entry], citing: [[]])
      guard decided.contains(verdict) else {
        #expect(found == [])
        continue
      }
      try #require(found.count == 1)
      #expect(found[0].rule == "unproven-verdict")
      #expect(
        found[0].message
          == "The ledger's verdict on A9 is “\(verdict.rawValue)”, but no claim cites it.")
      #expect(found[0].path == "chapters/claims.yaml")
      #expect(found[0].span?.line == 5)
    }
  }

  @Test func anUnknownClaimIsNamedOnItsLine() throws {
    let found = try check(
      [RenderSample.entry("A9", .opinion, "c", "t")], citing: [["A9"], ["A99"]])
    try #require(found.count == 1)
    #expect(found[0].rule == "unknown-claim")
    #expect(found[0].message == "“S.” tests A99, but the ledger has no claim A99.")
    #expect(found[0].hint == "The claims are in chapters/claims.yaml; near it: A9.")
    #expect(found[0].path == "chapters/1-a/01-b.md")
    #expect(found[0].span?.line == 14)
  }

  /// It has been reported already, and nobody knows what it would have decided.
  @Test func anExperimentWithoutAResultIsNotASecondMistake() throws {
    let entry = RenderSample.entry("A9", .holds, "c", "t")
    #expect(try check([entry], citing: [], hasResult: false) == [])
  }

  @Test func aClaimOfADraftDoesNotCount() async throws {
    let book = try BuildCase(
      chapter: """
        ---
        title: One
        draft: true
        ---

        ```swift experiment x
        claim("S.", 1 == 1, .exact, tests: "A1")
        ```
        """)
    try book.write("# Two\n\nText.\n", to: "chapters/02-two.md")
    try book.write(
      "- {id: A1, line: 1, claim: c, verdict: holds, technique: t}\n", to: "chapters/claims.yaml")
    let report = try await BookBuild(folder: book.folder).run()
    #expect(report.diagnostics.map(\.rule) == ["unproven-verdict"])
  }

  @Test func citationsLeadToTheLedgerAndBack() throws {
    let site = try RenderSupport.render()
    let chapter = RenderSupport.text("1-survey/03-norm-penalties.html", in: site)
    #expect(chapter.contains("tests <a href=\"../claims.html#A18\">A18</a>"))
    let ledger = RenderSupport.text("claims.html", in: site)
    #expect(ledger.contains("href=\"1-survey/03-norm-penalties.html#claim-l1-zeros-3\""))
    #expect(ledger.contains("Not on &lt;these&gt; data."))
    // On paper all of it is one page.
    let print = RenderSupport.text("print.html", in: site)
    #expect(print.contains("id=\"claims-A18\"") && print.contains("href=\"#claims-A18\">A18</a>"))
    #expect(!print.contains("href=\"claims.html"))
  }
}
