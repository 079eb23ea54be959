import Results
import Testing

@Suite struct VerdictTests {
  struct Case: Sendable {
    let left: [Double]
    let relation: Claim.Relation
    let right: [Double]
    let strength: Claim.Strength
    let outcome: Verdict.Outcome
  }

  static let cases: [Case] = [
    Case(left: [1], relation: .less, right: [2], strength: .everySeed(margin: 0), outcome: .held),
    Case(
      left: [2], relation: .less, right: [2], strength: .everySeed(margin: 0), outcome: .refuted),
    Case(
      left: [2], relation: .lessOrEqual, right: [2], strength: .everySeed(margin: 0), outcome: .held
    ),
    Case(
      left: [1, 3], relation: .less, right: [2, 4], strength: .everySeed(margin: 0.5),
      outcome: .held),
    Case(
      left: [1, 3], relation: .less, right: [2], strength: .everySeed(margin: 0), outcome: .refuted),
    Case(
      left: [1, 3], relation: .less, right: [2, 4], strength: .everySeed(margin: 1),
      outcome: .refuted),
    Case(
      left: [1.001], relation: .equal, right: [1], strength: .exact(tolerance: 0.01),
      outcome: .held),
    Case(
      left: [1.001], relation: .equal, right: [1], strength: .exact(tolerance: 0.0001),
      outcome: .refuted),
    Case(
      left: [1.001], relation: .lessOrEqual, right: [1], strength: .exact(tolerance: 0.01),
      outcome: .held),
    Case(
      left: [.nan], relation: .less, right: [1], strength: .everySeed(margin: 0), outcome: .refuted),
    Case(left: [], relation: .less, right: [], strength: .everySeed(margin: 0), outcome: .refuted),
    Case(
      left: [1, 1.1, 0.9], relation: .less, right: [2, 2, 2],
      strength: .interval(confidence: 0.95, margin: 0), outcome: .held),
    Case(
      left: [1, 3, 2.5], relation: .less, right: [2, 2, 2],
      strength: .interval(confidence: 0.95, margin: 0), outcome: .undecided),
    Case(
      left: [3, 3.1, 2.9], relation: .less, right: [2, 2, 2],
      strength: .interval(confidence: 0.95, margin: 0), outcome: .refuted),
    Case(
      left: [1], relation: .less, right: [2], strength: .interval(confidence: 0.95, margin: 0),
      outcome: .undecided),
    Case(
      left: [-1, 1, 0], relation: .equal, right: [0],
      strength: .interval(confidence: 0.95, margin: 0.1), outcome: .undecided),
  ]

  @Test(arguments: cases.indices)
  func isDecidedByTheNumbers(_ index: Int) {
    let test = Self.cases[index]
    let claim = Claim(
      sentence: "", left: test.left, relation: test.relation, right: test.right,
      strength: test.strength, tests: [], location: BlockLocation(line: 1, column: 1))
    #expect(claim.verdict.outcome == test.outcome)
  }

  @Test func theIntervalIsStudents() {
    let claim = Claim(
      sentence: "", left: [1, 2, 3, 4, 5], relation: .greater, right: [0],
      strength: .interval(confidence: 0.95, margin: 0), tests: [],
      location: BlockLocation(line: 1, column: 1))
    // scipy.stats.t.interval(0.95, 4, 3, sem): 3 ± 2.776445 · 0.707107
    #expect(abs(claim.verdict.low - 1.036756838522439) < 1e-12)
    #expect(abs(claim.verdict.high - 4.963243161477561) < 1e-12)
  }
}
