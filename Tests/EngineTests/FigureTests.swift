import Lab
import Testing

@testable import Lab

@Suite struct FigureTests {
  private func chart(@MarkBuilder _ marks: () -> [FigureItem]) -> Chart {
    Recorder.collect { figure("f", "A figure.", marks: marks) }.figures[0].chart
  }

  @Test("All histograms of a figure have the same bins, at round numbers")
  func histograms() {
    let chart = chart {
      Histogram("a", [0.1, 0.2, 0.25, 1.0], bins: 5)
      Panel("p") { Histogram("b", [2.4, .nan, 0.1, .infinity], bins: 5) }
    }
    let (a, b) = (chart.marks[0], chart.panels![0].marks[0])
    #expect(a.x == [0, 0.5, 1, 1.5, 2, 2.5] && b.x == a.x)
    #expect(a.y == [3, 0, 1, 0, 0] && b.y == [1, 0, 0, 0, 1])
    #expect(a.note == nil && b.note == "2 of 4 values of b are not finite")
  }

  @Test("Bins of whole numbers have them in their middle")
  func wholeNumbers() {
    let mark = chart { Histogram("n", [3.0, 4, 4, 6]) }.marks[0]
    #expect(mark.x == [2.5, 3.5, 4.5, 5.5, 6.5] && mark.y == [1, 2, 0, 1])
    #expect(chart { Histogram("none", [Double]()) }.marks[0].y.isEmpty)
    #expect(chart { Histogram("one", [0.3]) }.marks[0].y == [1])
  }

  @Test("Every value is counted once", arguments: [1, 2, 7, 30, 400])
  func everyValue(_ bins: Int) {
    var random = RandomStream(seed: bins, "values")
    let values = (0..<1000).map { _ in random.normal() * 1e-3 + 5 }
    let mark = chart { Histogram("v", values, bins: bins) }.marks[0]
    #expect(mark.y.reduce(0, +) == 1000 && mark.x.count == mark.y.count + 1)
    #expect(mark.x[0] <= values.min()! && mark.x.last! >= values.max()!)
    #expect(mark.y.count <= bins + 2 && mark.y.first! > 0)
  }

  @Test("Rows of numbers grow upwards, rows of names are read downwards")
  func heatMaps() {
    let numbers = chart { HeatMap("z", x: [0.5, 1], y: [1, 2], values: [[1, 2], [3, 4.5]]) }.marks[
      0]
    #expect(numbers.rows == ["2", "1"] && numbers.values == [3, 4.5, 1, 2])
    #expect(numbers.categories == ["0.5", "1"] && numbers.y == [2, 1])
    let names = chart {
      HeatMap("z", x: ["a"], y: ["b", "c"], values: [[Samples([1, 3])], [Samples([2, 2])]])
    }.marks[0]
    #expect(
      names.rows == ["b", "c"] && names.values == [2, 2] && names.note == "means of 2 seeds")
  }

  @Test func imagesAreLevels() {
    let mark = chart { Images("i", [[0, 1, 0.5, .nan]], width: 2) }.marks[0]
    #expect(mark.raster == ["00ff", "8000"] && mark.x == [0, 1] && mark.categories == [""])
    let filter = chart { Images("f", [[-2, 0, 2, 1]], width: 2, captions: ["c"]) }.marks[0]
    #expect(filter.raster == ["0080", "ffbf"] && filter.x == [-2, 2])
    let digits = LabeledExamples(
      features: 4, classes: 3, inputs: [0, 0.25, 0.5, 1], labels: [2], image: ImageSize(2, 2))
    #expect(chart { Images("d", digits) }.marks[0].categories == ["2"])
  }

  @Test func regionsOfANetwork() {
    // Class 1 where the first feature is larger than the second.
    let points = LabeledExamples(features: 2, classes: 2, inputs: [0, 1, 1, 0], labels: [0, 1])
    let network = Network(seed: 1) { Linear(2, 2) }
    let marks = chart { Regions(of: network, around: points, steps: 3) }.marks
    #expect(marks.map(\.kind) == [.regions, .dots, .dots])
    #expect(marks[0].raster!.count == 3 && marks[0].raster!.allSatisfy { $0.count == 3 })
    #expect(marks[1].label == "class 0" && marks[1].y == [1] && marks[2].x == [1])
    let plain = chart {
      Regions(
        x: [0, 1], y: [0, 1], classes: [[0, 1], [10, 0]], names: (0...10).map { "\($0)" })
    }
    #expect(plain.marks[0].raster == ["01", "a0"])
  }

  @Test func sliders() {
    let result = Recorder.collect {
      let runs = seeds { seed in sweep("p", [0, 0.5]) { p in p + Double(seed) } }
      figure("s", "A slider.", slider: runs) { p, values in
        Line("value", x: [0, 1], y: [values.samples, values.samples])
        Rule(y: p, "p")
      }
    }
    let chart = result.figures[0].chart
    #expect(chart.slider == "p" && chart.panels?.map(\.title) == ["0", "0.5"])
    #expect(chart.panels![1].marks[0].y == [3.5, 3.5] && chart.panels![1].marks[1].y == [0.5])
    #expect(chart.marks.isEmpty)
  }

  @Test("Marks beside panels are the whole figure's")
  func panels() {
    let chart = chart {
      Rule(y: 0.1, "chance")
      for title in ["a", "b"] { Panel(title) { Lines("l", x: [0, 1], y: [[1, 2], [3, 4]]) } }
    }
    #expect(chart.marks.map(\.kind) == [.rule] && chart.panels!.map(\.title) == ["a", "b"])
    #expect(chart.panels![0].marks[0].y == [1, 2, 3, 4])
  }

  @Test func stepsAreLines() {
    let mark = chart { Line("s", x: [0, 1], y: [Samples([1, 2]), Samples([3, 4])]).stepped() }
      .marks[0]
    #expect(mark.kind == .steps && mark.band == "range of 2 seeds")
  }
}
