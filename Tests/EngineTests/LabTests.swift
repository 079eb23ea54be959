import Lab
import Testing

@testable import Lab

@Suite struct LabTests {
  @Test func whatIsSaidInSeedsKeepsTheirOrder() {
    let result = Recorder.collect {
      let squares = seeds { seed in
        record("square", seed * seed)
        Lab.print("seed \(seed)")
        return Double(seed * seed)
      }
      record("sum", squares.samples.values.reduce(0, +))
    }
    #expect(result.seeds == [1, 2, 3, 4, 5])
    #expect(result.values.map(\.name) == ["square", "sum"])
    #expect(result.values[0].samples == [1, 4, 9, 16, 25] && result.values[0].unit == .count)
    #expect(result.output == (1...5).map { "seed \($0)" })
  }

  @Test func comparisonsAreOfPlainNumbersToo() {
    let result = Recorder.collect {
      claim("doubles", 1.0 < 2.0)
      claim("whole numbers", 3 >= 3, .exact)
      claim("a sample and a number", Samples([1, 2]) > 0, tests: "A1", "B2")
    }
    #expect(result.claims.map(\.relation) == [.less, .greaterOrEqual, .greater])
    #expect(result.claims[2].tests == ["A1", "B2"])
    #expect(result.claims.allSatisfy { $0.verdict.outcome == .held })
    // And where a Bool is meant, it stays one.
    let smaller = 1.0 < 2.0
    #expect(smaller)
  }

  @Test func seedsOfNumbersAreANumber() {
    let result = Recorder.collect {
      let counts = seeds { $0 }
      record("count", counts)
      claim("They are positive.", counts > 0)
      table("t", "Counts.", columns: ["n"], rows: [[counts], [3], [cell(10)]])
    }
    #expect(result.values[0].samples == [1, 2, 3, 4, 5] && result.values[0].unit == .count)
    #expect(result.claims[0].verdict.outcome == .held)
    #expect(
      result.tables[0].rows[2] == [.number(samples: [10], unit: .count, decimals: nil)])
  }

  @Test func sweepsAreFoundByValue() {
    let runs = Recorder.collect {
      let runs = seeds { seed in sweep("p", [0, 0.5]) { p in p * Double(seed) } }
      record("half", runs["p", 0.5].samples)
    }
    #expect(runs.values[0].samples == [0.5, 1, 1.5, 2, 2.5])
  }

  @Test func linesOfSeedsHaveABand() {
    let mark = Line("a", x: [0, 1], y: [Samples([1, 3]), Samples([2, 2])]).marks[0]
    #expect(mark.y == [2, 2] && mark.low == [1, 2] && mark.high == [3, 2])
    #expect(mark.band == "range of 2 seeds")
  }
}
