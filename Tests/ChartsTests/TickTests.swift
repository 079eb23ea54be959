import Results
import Testing

@testable import Charts

@Suite("Ticks")
struct TickTests {
  /// Intervals of all sizes, from a fixed generator.
  static let intervals: [(Double, Double)] = {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    let random = (0..<300).map { _ in
      let size = Double("1e\(Int(next() * 40) - 20)")!
      let low = (next() - 0.5) * size
      return (low, low + next() * size * 1.5)
    }
    return random + [
      (0, 0), (5, 5), (-3, -3), (0, .leastNonzeroMagnitude), (-1e300, 1e300), (1e15, 1e15 + 2),
      (0.1, 0.3),
      (0, 1), (1e-12, 1), (1e-300, 1e300), (0.05, 0.06), (999_999, 1_000_001), (1, 2), (1, 3),
    ]
  }()

  @Test(arguments: [3, 5, 7], [Unit.number, .count, .percent, .points])
  func linear(count: Int, unit: Unit) {
    for (low, high) in Self.intervals {
      let scale = Scale(Axis(label: "", unit: unit), showing: [low, high], count: count)
      #expect(scale.low <= low && scale.high >= high && scale.low < scale.high, "\(low) \(high)")
      expectReadable(scale, count: count, interval: (low, high))
      let values = scale.ticks.map(\.value)
      #expect(values.first == scale.low || values.first! > scale.low)
      let steps = zip(values, values.dropFirst()).map { $1 - $0 }
      let largest = values.map(\.magnitude).max()!
      #expect(
        steps.allSatisfy { abs($0 - steps[0]) <= largest * 1e-14 }, "steps of \(low) \(high)")
    }
  }

  @Test(arguments: [3, 7])
  func logarithmic(count: Int) {
    for (low, high) in Self.intervals where high > 0 {
      let values = [low > 1e-300 ? low : high / 50, high].filter { $0 >= 1e-300 }
      let scale = Scale(Axis(label: "", scale: .log), showing: values, count: count)
      #expect(values.allSatisfy { $0 >= scale.low && $0 <= scale.high })
      #expect(scale.low < scale.high)
      expectReadable(scale, count: count, interval: (low, high))
    }
  }

  private func expectReadable(_ scale: Scale, count: Int, interval: (Double, Double)) {
    let labels = scale.ticks.compactMap(\.label)
    #expect(labels.count >= 2 && labels.count <= 2 * count + 3, "\(interval): \(labels)")
    #expect(Set(labels).count == labels.count, "\(interval): \(labels)")
    #expect(labels.allSatisfy { $0.count <= 20 }, "\(interval): \(labels)")
    for tick in scale.ticks {
      let fraction = scale.fraction(tick.value)!
      #expect(fraction >= -1e-9 && fraction <= 1 + 1e-9, "\(interval): \(tick)")
    }
  }

  @Test func labels() {
    func labels(_ values: [Double], _ unit: Unit = .number, _ scale: Axis.Scale = .linear)
      -> [String]
    {
      let axis = Axis(label: "", scale: scale, unit: unit)
      return Scale(axis, showing: values, count: 5).ticks.compactMap(\.label)
    }
    #expect(labels([0, 0.5]) == ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"])
    #expect(labels([0, 1], .percent) == ["0%", "20%", "40%", "60%", "80%", "100%"])
    #expect(labels([-0.01, 0.01], .points) == ["-1.0", "-0.5", "0.0", "0.5", "1.0"])
    #expect(labels([1, 3], .count) == ["1", "2", "3"])
    #expect(labels([0.01, 1e6], .number, .log).first == "0.01")
    #expect(labels([0.01, 1e6], .number, .log).last == "1e6")
    #expect(labels([1, 30], .number, .log) == ["1", "2", "5", "10", "20", "50"])
    #expect(labels([0.02, 1], .percent, .log) == ["2%", "5%", "10%", "20%", "50%", "100%"])
  }

  @Test("The logarithm is exact enough for a position")
  func logarithm() {
    for k in -300...300 {
      #expect(abs(Logarithm.decimal(DecimalNumber(1, exponent: k).value) - Double(k)) < 1e-12)
      #expect(Logarithm.decade(of: DecimalNumber(1, exponent: k).value) == k)
      #expect(Logarithm.decade(of: DecimalNumber(99, exponent: k).value) == k + 1)
    }
    #expect(abs(Logarithm.decimal(2) - 0.30102999566398120) < 1e-16)
    #expect(Logarithm.decimal(1) == 0)
  }

  @Test("A reversed scale runs the other way")
  func reversed() {
    let scale = Scale(Axis(label: "", scale: .log, reversed: true), showing: [1, 100], count: 5)
    #expect(scale.fraction(1) == 1 && scale.fraction(100) == 0)
    #expect(scale.fraction(0) == nil && scale.fraction(-1) == nil && scale.fraction(.nan) == nil)
  }
}
