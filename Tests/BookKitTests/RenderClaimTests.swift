import Results
import Testing

@testable import BookKit

/// What stands under a check: found, how sure, claimed.
@Suite struct RenderClaimTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var left: [Double]
    var relation: Claim.Relation
    var right: [Double]
    var strength: Claim.Strength
    var words: String

    var testDescription: String { words }

    init(
      _ left: [Double], _ relation: Claim.Relation, _ right: [Double], _ strength: Claim.Strength,
      _ words: String
    ) {
      (self.left, self.relation, self.right) = (left, relation, right)
      (self.strength, self.words) = (strength, words)
    }
  }

  static let rows = [
    Row([7], .greater, [6], .everySeed(margin: 0), "found 7.00 · claimed: above 6"),
    Row([5], .greater, [0], .everySeed(margin: 2), "found 5.00 · claimed: above 2"),
    Row([108], .lessOrEqual, [200], .exact(tolerance: 0), "found 108 · claimed: at most 200"),
    Row(
      [0.1, 0.3], .less, [0.5], .everySeed(margin: 0.1),
      "found 0.200, 0.100 to 0.300 in 2 pairs · claimed: below 0.5 by more than 0.1 on every seed"),
    Row(
      [2, 2], .equal, [2], .exact(tolerance: 0), "found 2.00 in each of 2 pairs · claimed: 2"),
    Row(
      [1.766455757], .equal, [1.7664558167], .exact(tolerance: 1e-4),
      "found 1.77 (−5.97×10⁻⁸ off) · claimed: 1.77 ± 0.0001"),
    Row(
      [0.25, 0.27], .equal, [0.25, 0.27], .exact(tolerance: 1e-12),
      "found 0.260 against 0.260 · difference 0 in each of 2 pairs · claimed: 0 ± 1×10⁻12"),
    // Digits enough to see on which side of the threshold it is.
    Row([0.50004], .greater, [0.5], .everySeed(margin: 0), "found 0.50004 · claimed: above 0.5"),
    Row(
      [0.9, 0.8], .greater, [0.7, 0.7], .everySeed(margin: 0.05),
      "found 0.850 against 0.700 · difference 0.150, 0.100 to 0.200 in 2 pairs"
        + " · claimed: above 0.05 on every seed"),
    Row(
      [0.9, 0.8, 0.7], .less, [1, 1, 1], .interval(confidence: 0.95, margin: 0),
      "found 0.800 against 1.00 · difference −0.200, 95% interval −0.448 to 0.0484 from 3 pairs"
        + " · claimed: whole interval below 0"),
    // A recorded value's unit.
    Row(
      [0.25, 0.27], .greater, [0.2], .everySeed(margin: 0.01),
      "found 26.0%, 25.0 to 27.0% in 2 pairs · claimed: above 20% by more than 1 point on every seed"
    ),
    Row(
      [0.25, 0.27], .greater, [0.2, 0.2], .everySeed(margin: 0),
      "found 26.0% against 20.0% · difference 6.0 points, 5.0 to 7.0 points in 2 pairs"
        + " · claimed: above 0 on every seed"),
    Row(
      [0.04, 0.06], .greater, [0.03], .everySeed(margin: 0),
      "found 5.0 points, 4.0 to 6.0 points in 2 pairs · claimed: above 3 points on every seed"),
    // Shown by a figure, or by a table.
    Row(
      [0.45, 0.55], .less, [0.6], .everySeed(margin: 0),
      "found 50.0%, 45.0 to 55.0% in 2 pairs · claimed: below 60% on every seed"),
    Row(
      [0.35, 0.45], .less, [0.6], .everySeed(margin: 0),
      "found 40.0%, 35.0 to 45.0% in 2 pairs · claimed: below 60% on every seed"),
    // A limit that happens to be shown.
    Row([0.123456], .less, [0.8], .exact(tolerance: 0), "found 0.123 · claimed: below 0.8"),
  ]

  @Test(arguments: rows) func evidence(_ row: Row) {
    let here = BlockLocation(line: 1, column: 1)
    let values = [
      RecordedValue(name: "a", samples: [0.25, 0.27], unit: .percent, location: here),
      RecordedValue(name: "b", samples: [0.04, 0.06], unit: .points, location: here),
      RecordedValue(name: "one", samples: [5], unit: .percent, location: here),
    ]
    let claim = Claim(
      sentence: "So it is.", left: row.left, relation: row.relation, right: row.right,
      strength: row.strength, tests: [], location: here)
    var result = ExperimentResult()
    result.values = values
    result.figures = [
      Figure(
        name: "f", caption: "F.",
        chart: Chart(
          x: Axis(label: "x"), y: Axis(label: "y", unit: .percent),
          marks: [Mark(kind: .line, label: "a", x: [0, 1], y: [0.5, 0.8])]), location: here)
    ]
    result.tables = [
      Table(
        name: "t", caption: "T.", columns: ["a"],
        rows: [[.number(samples: [0.35, 0.45], unit: .percent, decimals: nil)]], location: here)
    ]
    let words = ClaimWords(claim, .unread, of: result, ledger: nil).evidence.text
      .replacing(/10<sup>−(\d+)<\/sup>/) { "10⁻" + ($0.1 == "8" ? "⁸" : $0.1) }
      .replacing("\u{A0}", with: " ")
    #expect(words == row.words)
  }

  /// A limit is told as the sentence says it.
  @Test(arguments: [
    ("They agree within 5 %.", 0.05, "found 0.4% · claimed: below 5%"),
    ("It differs by less than 0.2\u{A0}%.", 0.002, "found 0.4% · claimed: below 0.2%"),
    ("It loses less than 5 points.", 0.05, "found 0.4 points · claimed: below 5 points"),
    ("To a point, in 15 of 100 cases.", 0.15, "found 0.00376 · claimed: below 0.15"),
    ("Within 50 %.", 0.05, "found 0.00376 · claimed: below 0.05"),
  ])
  func limits(sentence: String, limit: Double, words: String) {
    let claim = Claim(
      sentence: sentence, left: [0.00376], relation: .less, right: [limit],
      strength: .exact(tolerance: 0), tests: [], location: BlockLocation(line: 1, column: 1))
    let evidence = ClaimWords(claim, .unread, of: ExperimentResult(), ledger: nil).evidence.text
    #expect(evidence.replacing("\u{A0}", with: " ") == words)
  }

  /// Sides are told as the code spells them: five times b is not b.
  @Test(
    arguments: [
      (
        "peak > 5 * runs[0].last", [22, 24], .greater, [2.5, 3.5],
        "found 23.0 against 5 × 0.600 · difference 20.0, 19.5 to 20.5 in 2 pairs · claimed: above 0"
      ),
      (
        "6 * b.samples < a", [3, 6], .less, [9, 9],
        "found 6 × 0.750 against 9.00 · difference −4.50,"
      ),
      ("one > 10.0 * other", [2.4], .greater, [2], "found 2.40 · claimed: above 10 × 0.2"),
      ("long > 0.7 * free[59] * free[3]", [3.45], .greater, [1.4 / 3], "0.7 × 0.667"),
      (
        "small < 0.998 * large", [5.19, 5.2], .less, [5.196, 5.206],
        "found 5.195 against 0.998 × 5.211"
      ),
      (
        "a.accuracy < runs(1).accuracy.last + 0.02", [0.9, 0.8], .less, [0.93, 0.84],
        "found 85.0% against 86.5% · difference −1.5 points, −2.0 to −1.0 points in 2 pairs"
          + " · claimed: below 2 points"
      ),
      ("article[9] < reading - 6", [13], .less, [14], "found 13.0 · claimed: below 20 − 6"),
      ("a - 6 > reading", [14], .greater, [13], "found 20.0 · claimed: above 13 + 6"),
      // Numbers that stand in brackets belong to a measure.
      ("a > (1 - p) * whole", [3], .greater, [2], "found 3.00 · claimed: above 2"),
      ("a > (5 * b)", [3], .greater, [2], "found 3.00 · claimed: above 5 × 0.4"),
      ("a > runs.map { 5 * $0.b }.samples", [3], .greater, [2], "found 3.00 · claimed: above 2"),
      ("abs(a / b - 1) < 0.05", [0.04], .less, [0.05], "found 0.0400 · claimed: below 0.05"),
      ("a / b - 1 < 0.05", [0.04], .less, [0.05], "found 0.0400 · claimed: below 0.05"),
      ("a < 1.0 / 3", [0.3], .less, [1.0 / 3], "found 0.300 · claimed: below 0.333"),
      (
        "whole.accuracy - one > 0.01", [0.04], .greater, [0.01],
        "found 4.0 points · claimed: above 1 point"
      ),
      // What is calculated in another way is no number that readers know.
      (
        "peak > base / 3", [9, 9], .greater, [2, 3],
        "found 9.00 against a limit of 2.50 · difference"
      ),
      (
        "peak > 1 - base", [9, 9], .greater, [2, 3],
        "found 9.00 against a limit of 2.50 · difference"
      ),
      ("a == 2 * b", [4], .equal, [4], "found 4.00 · claimed: 4"),
      ("comparison", [3], .greater, [2], "found 3.00 · claimed: above 2"),
    ] as [(String, [Double], Claim.Relation, [Double], String)])
  func sources(
    code: String, left: [Double], relation: Claim.Relation, right: [Double], words: String
  ) {
    let block = """
      for x in "(" {
        let a = 3; claim(
          "Ä, \\(x) is > 7 * y: so.",  // 8 * z
          \(code), .exact,
          tests: "A1")
      }
      """
    let claim = Claim(
      sentence: "So it is.", left: left, relation: relation, right: right,
      strength: .everySeed(margin: 0), tests: [], location: BlockLocation(line: 2, column: 14))
    let source = ClaimSource(claim, in: SwiftSource.codeOnly(block).lines)
    let evidence = ClaimWords(claim, source, of: ExperimentResult(), ledger: nil).evidence.text
      .replacing("\u{A0}", with: " ")
    #expect(evidence.contains(words), "\(evidence)")
    #expect(evidence.hasPrefix("found"))
  }

  /// A claim that a function of a setup block makes stands in no line of the experiment.
  @Test(arguments: [0, 1, 2, 9]) func unread(line: Int) {
    let claim = Claim(
      sentence: "So it is.", left: [3], relation: .greater, right: [2],
      strength: .everySeed(margin: 0), tests: [], location: BlockLocation(line: line, column: 1))
    #expect(ClaimSource(claim, in: ["check(a, 5 * b)", "claim("]) == .unread)
  }
}
