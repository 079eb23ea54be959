import Results
import Testing

@testable import Charts

@Suite("Layout")
struct LayoutTests {
  @Test(arguments: [
    [], [5.0], [5, 5, 5, 5], [0, 100], [90, 95, 99, 100], [1, 2, 50, 51, 52, 100],
    [100, 0, 100, 0],
  ])
  func labelsAreSpread(_ desired: [Double]) {
    let places = Spacing.spread(desired, gap: 13, in: 0...100)
    #expect(places.count == desired.count)
    #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 100 + 1e-9 })
    let sorted = places.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 13 - 1e-9 })
    for i in places.indices {
      for j in places.indices where desired[i] < desired[j] { #expect(places[i] < places[j]) }
    }
  }

  @Test("What needs no moving stays")
  func labelsStay() {
    #expect(Spacing.spread([80, 20, 50], gap: 13, in: 0...100) == [80, 20, 50])
    #expect(Spacing.spread([10, 10], gap: 4, in: 0...100) == [8, 12])
    #expect(Spacing.spread([0, 0, 0], gap: 13, in: 0...20) == [0, 10, 20])
  }

  @Test(arguments: Example.all, [320.0, 640])
  func everythingIsInside(_ example: Example, width: Double) {
    let layout = ChartLayout(example.chart, width: width)
    let plot = layout.plot
    #expect(plot.left >= 0 && plot.right <= width && plot.top >= 0 && plot.bottom <= layout.height)
    #expect(plot.width > 100 && plot.height >= 80)
    for drawing in layout.drawings {
      for position in drawing.shapes.flatMap(\.positions) {
        #expect(position.x >= plot.left - 1e-6 && position.x <= plot.right + 1e-6)
        #expect(position.y >= plot.top - 1e-6 && position.y <= plot.bottom + 1e-6)
      }
    }
    for label in layout.lineLabels {
      #expect(label.position.x + TextMetrics.width(label.text) <= width + 1e-6)
    }
    let heights = layout.lineLabels.map(\.position.y).sorted()
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 13 })
    for entry in layout.legend { #expect(entry.position.y < plot.top) }
  }

  @Test("A long line keeps its extremes and loses the points between")
  func thinning() {
    let points = (0..<20_000).map { i -> Position in
      let y = i == 7_777 ? -3 : i * 31 % 17
      return Position(x: Double(i) / 40, y: Double(y))
    }
    let thin = Thinning.thinned(points)
    #expect(thin.count < 4_100)
    #expect(thin.first == points.first && thin.last == points.last)
    #expect(thin.contains(points[7_777]))
  }

  @Test("Marks with the same label share a colour; the fifth series differs from the first")
  func styles() {
    let line = Mark(kind: .line, label: "a", x: [1], y: [1])
    let other = Mark(kind: .line, label: "b", x: [1], y: [1])
    let dots = Mark(kind: .dots, label: "a", x: [1], y: [1])
    let chart = Chart(x: Axis(label: ""), y: Axis(label: ""), marks: [line, other, dots])
    #expect(chart.series.map(\.index) == [0, 1, 0])
    let styles = (0..<16).map(SeriesStyle.init(index:))
    #expect(styles[4].colour == styles[0].colour)
    for i in styles.indices { for j in 0..<i { #expect(styles[i] != styles[j]) } }
  }
}

extension Shape {
  fileprivate var positions: [Position] {
    switch self {
    case .band(let runs), .line(let runs): runs.flatMap { $0 }
    case .dots(let positions): positions
    case .bars(let boxes):
      boxes.flatMap { [Position(x: $0.left, y: $0.top), Position(x: $0.right, y: $0.bottom)] }
    case .whiskers(let whiskers, _):
      whiskers.flatMap { [Position(x: $0.x, y: $0.low), Position(x: $0.x, y: $0.high)] }
    }
  }
}
