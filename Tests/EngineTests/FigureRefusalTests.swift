import Lab
import Testing

/// What figures say to wrong data.
@Suite struct FigureRefusalTests {
  @Test func aHeatMapOfAnotherShape() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = HeatMap("z", x: [1, 2], y: [1, 2], values: [[1, 2], [3]])
    }
    #expect(says(result, "the heat map \"z\" needs 2 rows of 2 numbers, not 2 of [2, 1]"))
  }

  @Test func imagesOfAnotherWidth() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Images("i", [[1, 2, 3]], width: 2)
    }
    #expect(
      says(
        result,
        "the images \"i\" need the same number of pixels, a multiple of the width 2, not [3]"))
  }

  @Test func twoBarsWithOneName() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Bars("loss", [("none", 1.0), ("L2", 0.5), ("none", 2.0)])
    }
    #expect(says(result, "Bars \"loss\" has two bars \"none\""))
  }

  @Test func aClassWithoutAName() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Regions(x: [0, 1], y: [0, 1], classes: [[0, 1], [0, 2]], names: ["a", "b"])
    }
    #expect(says(result, "the class 2 of a region is none of [\"a\", \"b\"]"))
  }

  @Test func aSliderOfTooManyStops() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      figure("s", "A slider.", slider: sweep("p", Array(0..<13)) { $0 }) { p, _ in
        Rule(y: Double(p), "p")
      }
    }
    #expect(says(result, "the slider of the figure \"s\" would have 13 stops; it has 1 to 12"))
  }

  @Test func imagesBesideLines() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      figure("m", "Both.") {
        Images("i", [[1]], width: 1)
        Rule(y: 1, "one")
      }
    }
    #expect(says(result, "images stand alone in a figure; \"m\" has other marks beside them"))
  }

  @Test func aLogarithmicAxisCutAtZero() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      figure("f", "Cut.", x: Axis(label: "λ", scale: .log, within: 0...1)) { Rule(y: 1, "one") }
    }
    #expect(
      says(
        result,
        "a logarithmic axis of the figure \"f\" is cut within two positive numbers, not 0.0...1.0"))
  }

  @Test func anAxisCutAtInfinity() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      figure("f", "Cut.", y: Axis(label: "loss", within: 0...(.infinity))) { Rule(y: 1, "one") }
    }
    #expect(
      says(
        result,
        "an axis of the figure \"f\" is cut within two numbers, the first below the second; not 0.0...inf"
      ))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}
