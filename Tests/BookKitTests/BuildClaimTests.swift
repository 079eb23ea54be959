import Foundation
import Results
import Testing

@testable import BookKit

@Suite struct BuildClaimTests {
  private func review(
    _ left: [Double], _ relation: Claim.Relation, _ right: [Double], _ strength: Claim.Strength
  ) -> ClaimReview {
    let span = SourceSpan(line: 40, column: 1, endLine: 50, endColumn: 4)
    let job = ExperimentJob(
      chapter: "chapters/x.md", setup: [], optimize: false,
      experiment: Experiment(id: "x", options: .init(), code: "", span: span), seeds: "3",
      timeout: 120)
    var result = ExperimentResult()
    result.seeds = [11, 12, 13]
    result.claims = [
      Claim(
        sentence: "Left is less.", left: left, relation: relation, right: right,
        strength: strength, tests: [], location: BlockLocation(line: 2, column: 6))
    ]
    var review = ClaimReview()
    review.add(result, of: job)
    return review
  }

  @Test func heldClaimsSayNothing() {
    let review = review([1, 2], .less, [3, 3], .everySeed(margin: 0))
    #expect((review.held, review.diagnostics.count) == (1, 0))
  }

  @Test func refutedClaimsAreLocatedAndShowTheirNumbers() {
    let review = review([1, 2, 4], .less, [3], .everySeed(margin: 0.5))
    #expect(review.refuted == 1)
    #expect(review.diagnostics.map(\.rule) == ["claim-refuted"])
    #expect(review.diagnostics.first?.span == SourceSpan(line: 42, column: 6))
    #expect(
      review.diagnostics.first?.message
        == "The numbers refute “Left is less.”: left − right is -0.6667 on average "
        + "(range -2.000 to 1.000 over 3 seeds, worst on seed 13); the claim needs below 0 with a margin of 0.5."
    )
  }

  @Test func tooFewSeedsDecideNothing() {
    let review = review([1], .less, [3], .interval(confidence: 0.95, margin: 0))
    #expect(review.undecided == 1)
    #expect(review.diagnostics.map(\.rule) == ["claim-undecided"])
    #expect(
      review.diagnostics.first?.message.contains("an interval needs at least two seeds") == true)
  }

  @Test func summaryCountsEverything() {
    var report = BuildReport()
    report.pages = [.init(path: "a.html", bytes: 1999), .init(path: "b.html", bytes: 8001)]
    report.cached = 3
    report.held = 4
    report.seconds = 0.26
    #expect(
      report.summary == """
        2 pages of 5 kB on average; the largest is b.html with 9 kB
        experiments: 3 cached; claims: 4 held; 0.3 s
        """)
    report.runs = (1...7).map { .init(experiment: "e\($0)", seconds: Double($0) / 10) }
    #expect(report.findings.hasSuffix("slowest: e7 0.7 s, e6 0.6 s, e5 0.5 s, e4 0.4 s, e3 0.3 s"))
  }

  @Test(arguments: [("5", true), ("3..7", true), ("0", false), ("7..3", false), ("x", false)])
  func seedsOnTheCommandLine(text: String, isValid: Bool) {
    #expect(SeedRange.isValid(text) == isValid)
  }
}
