import Results
import Testing

@testable import Charts

@Suite("Colours of names")
struct ColourTests {
  private static func chart(_ labels: [String]) -> Chart {
    Chart(
      x: Axis(label: "x"), y: Axis(label: "y"),
      marks: labels.map { Mark(kind: .line, label: $0, x: [0, 1], y: [0, 1]) })
  }

  /// The colours of the last chart's series after the others.
  private static func colours(_ charts: [[String]]) -> [Int] {
    let charts = charts.map(chart)
    let last = charts[charts.count - 1]
    return last.series(in: last, ColourNames(charts)).map { SeriesStyle(index: $0.index).colour }
  }

  @Test("A name keeps its colour in the figures that follow")
  func names() {
    #expect(Self.colours([["a", "b", "c"], ["c", "a"]]) == [3, 1])
    #expect(Self.colours([["a", "b"], ["b"], ["new", "b", "a"]]) == [3, 2, 1])
    #expect(Self.colours([["a", "b"], ["new", "b"]]) == [1, 2])
  }

  @Test("No two of up to four series have one colour")
  func conflicts() {
    #expect(Self.colours([["a"], ["b"], ["a", "b"]]) == [1, 2])
    #expect(Self.colours([["a", "b", "c", "d", "e"], ["a", "e"]]) == [1, 2])
    #expect(
      Self.colours([["a", "b", "c", "d", "e"], ["e", "d", "c", "b", "a"]]) == [1, 4, 3, 2, 1])
  }

  @Test("Its names, lines and legend have the colours of the drawing")
  func layout() {
    let charts = [["a", "b"], ["b", "a"]].map(Self.chart)
    let layout = ChartLayout(charts[1], colours: ColourNames(charts))
    #expect(layout.lineLabels.map(\.style?.colour) == [2, 1])
    #expect(layout.drawings.map(\.style?.colour) == [2, 1])
    #expect(ColourNames(charts).key(charts[1]) == "1,0" && ColourNames().key(charts[1]) == "0,1")
  }
}
