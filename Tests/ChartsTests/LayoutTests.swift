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

  private static let wideLabels: Chart = {
    let line = Mark(kind: .line, label: "", x: [-100, 100], y: [0, 1])
    return Chart(
      x: Axis(label: "x"), y: Axis(label: "y"), marks: [],
      panels: ["a", "b", "c"].map { .init(title: $0, marks: [line]) })
  }()

  @Test(
    "Tick labels of neighbouring panels do not touch",
    arguments: Example.all.map(\.chart) + Example.kinds.map(\.chart) + [wideLabels],
    [320.0, 380, 450, 520, 608])
  func labelsOfPanelsAreApart(_ chart: Chart, width: Double) {
    let ends = ChartLayout(chart, width: width).panels.flatMap { panel in
      panel.horizontalTicks.flatMap { tick in
        tick.lines.prefix(1).map { line -> (row: Double, low: Double, high: Double) in
          let half = TextMetrics.width(line) / 2
          return (panel.plot.bottom, tick.position - half, tick.position + half)
        }
      }
    }
    for (one, next) in zip(ends, ends.dropFirst()) where one.row == next.row {
      #expect(next.low - one.high >= 5)
    }
  }

  @Test(arguments: Example.all + Example.kinds, [320.0, 640])
  func everythingIsInside(_ example: Example, width: Double) {
    let layout = ChartLayout(example.chart, width: width)
    for one in layout.panels.isEmpty ? [layout] : layout.panels {
      let plot = one.plot
      #expect(plot.left >= 0 && plot.right <= width && plot.top >= 0)
      #expect(plot.bottom <= layout.height && plot.height >= 80)
      #expect(plot.width > (layout.panels.isEmpty ? 100 : 60))
      let places = one.drawings.flatMap(\.shapes).flatMap(\.positions) + one.borders.joined()
      #expect(places.allSatisfy(plot.contains))
      if let title = one.title {
        #expect(title.position.y < plot.top)
        #expect(title.position.x + TextMetrics.width(title.text) <= plot.right)
      }
    }
    for label in layout.lineLabels {
      #expect(label.position.x + (label.lines.map(TextMetrics.width).max() ?? 0) <= width + 1e-6)
    }
    let heights = layout.lineLabels.map(\.position.y).sorted()
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 13 })
    for entry in layout.legend { #expect(entry.position.y < layout.plot.top) }
  }

  @Test(
    "Words break at spaces, not within an equation, and long ones go on in the next line",
    arguments: [
      ("with dropout", 60.0, ["with", "dropout"]),
      ("averaged, β = 0.9", 88, ["averaged,", "β = 0.9"]),
      ("500, mirrored", 45, ["500,", "mirror-", "ed"]), ("正则化强度", 30, ["正则", "化强", "度"]),
    ])
  func words(_ text: String, room: Double, lines: [String]) {
    let found = TextMetrics.wrap(text, to: room, lines: 3)
    #expect(found.map { $0.replacing("\u{A0}", with: " ") } == lines)
    #expect(found.allSatisfy { TextMetrics.width($0) <= room })
  }

  @Test("What a band means is written whole over a narrow drawing")
  func notes() {
    var chart = Self.wideLabels
    let note = "2 of 500 losses of the network without a penalty are no numbers and left out"
    chart.marks = [
      Mark(
        kind: .line, label: "", x: [0, 1], y: [0, 1], low: [0, 0], high: [1, 1],
        band: "range of 5 seeds", note: note)
    ]
    chart.panels = nil
    let layout = ChartLayout(chart, width: 320)
    #expect(layout.notes.map(\.text).joined(separator: " ") == "band: range of 5 seeds; \(note)")
    #expect(layout.notes.count > 1 && layout.notes.allSatisfy { $0.position.y < layout.plot.top })
  }

  @Test("Names stand beside the line that reaches farthest")
  func columnOfNames() {
    let lines = ["a", "b"].enumerated().map { i, label in
      Mark(kind: .line, label: label, x: [0, 90 + Double(i)], y: [0, Double(i)])
    }
    let axis = Axis(label: "x", within: 0...100)
    let layout = ChartLayout(Chart(x: axis, y: Axis(label: "y"), marks: lines))
    let end = layout.lineLabels[1].end.x
    #expect(end < layout.plot.right - 20)
    #expect(layout.lineLabels.map(\.position.x) == [end + 8, end + 8])
  }

  @Test("Panels do not touch, and neither do their labels", arguments: [320.0, 640])
  func panelsAreApart(_ width: Double) {
    for example in Example.kinds where example.chart.hasPanels {
      let panels = ChartLayout(example.chart, width: width).panels
      for (left, right) in zip(panels, panels.dropFirst()) where left.plot.top == right.plot.top {
        #expect(left.plot.right < right.plot.left)
        let end = left.horizontalTicks.flatMap { tick in
          tick.lines.map { tick.position + TextMetrics.width($0) / 2 }
        }.max()
        let start = right.horizontalTicks.flatMap { tick in
          tick.lines.map { tick.position - TextMetrics.width($0) / 2 }
        }.min()
        if let end, let start { #expect(end <= start) }
      }
    }
  }

  @Test("Every frame of a slider has the same plot")
  func framesStayInPlace() {
    let chart = Example.slider.chart
    let frames = chart.frameTitles.indices.map { ChartLayout(chart, frame: $0) }
    #expect(frames.count == 3)
    for frame in frames.dropFirst() {
      #expect(frame.plot == frames[0].plot && frame.height == frames[0].height)
      #expect(frame.verticalTicks == frames[0].verticalTicks)
      #expect(frame.drawings != frames[0].drawings)
    }
  }

  @Test("A line is cut where it leaves the plot")
  func clipping() {
    let box = Box(left: 0, top: 0, right: 10, bottom: 10)
    let line = [(-5, 5), (5, 5), (5, 20), (8, 20), (8, -10)].map { Position(x: $0.0, y: $0.1) }
    let parts = Clipping.inside(box, line)
    #expect(
      parts == [
        [Position(x: 0, y: 5), Position(x: 5, y: 5), Position(x: 5, y: 10)],
        [Position(x: 8, y: 10), Position(x: 8, y: 0)],
      ])
    #expect(Clipping.inside(box, [Position(x: 11, y: 0), Position(x: 12, y: 9)]).isEmpty)
    #expect(Clipping.inside(box, [Position(x: 1, y: 1)]) == [[Position(x: 1, y: 1)]])
  }

  @Test("Areas of classes fill the grid once")
  func outlines() {
    let raster = ["00110", "02210", "00012", "11112"].map(Array.init)
    let outline = ClassOutline(columns: 5, rows: 4) { column, row in
      guard raster.indices.contains(row), raster[row].indices.contains(column) else { return nil }
      return raster[row][column].wholeNumberValue
    }
    // The shoelace formula; holes turn the other way. In half steps the grid has an area of 10 × 8.
    let areas = (0...2).map { index in
      outline.outlines(of: index).map { path in
        zip(path, path.dropFirst() + path.prefix(1)).reduce(0) {
          $0 + $1.0.across * $1.1.up - $1.1.across * $1.0.up
        }
      }.reduce(0, +)
    }
    #expect(areas.allSatisfy { $0 > 0 } && areas.reduce(0, +) == 2 * 80)
    #expect(outline.outlines(of: 7).isEmpty)
  }

  @Test("A thinned cloud says so")
  func dots() {
    let chart = Example.dense.chart
    guard case .dots(let dots)? = ChartLayout(chart).drawings[0].shapes.first else {
      Issue.record("no dots")
      return
    }
    #expect(dots.count == 2500)
    #expect(
      ChartLayout(chart).notes.map(\.text) == ["1 in 40 of the 100000 dots of cloud is drawn"])
    #expect(chart.summary.contains("1 in 40 of the 100000 dots of cloud is drawn"))
  }

  @Test("Thin lines lose only points that cannot be seen")
  func simplifying() {
    let line = (0...100).map { Position(x: Double($0), y: $0 == 50 ? 9 : Double($0 % 2) * 0.1) }
    let simple = Thinning.simplified(line)
    #expect(simple.count <= 5 && simple.contains(line[50]))
    #expect(simple.first == line.first && simple.last == line.last)
    let loop = [(0, 0), (3, 0), (3, 3), (0, 0)].map { Position(x: $0.0, y: $0.1) }
    #expect(Thinning.simplified(loop) == loop)
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
    case .bars(let boxes): boxes.flatMap(\.corners)
    case .cells(let cells): cells.flatMap(\.box.corners)
    case .thinLines(let runs), .histogram(let runs), .areas(let runs): runs.flatMap { $0 }
    case .whiskers(let whiskers, _):
      whiskers.flatMap { [Position(x: $0.x, y: $0.low), Position(x: $0.x, y: $0.high)] }
    }
  }
}
