import Results
import Testing

@testable import Charts

@Suite("What axes cannot show is said")
struct OutsideTests {
  private static let log = Axis(label: "", scale: .log)
  private static let cut = Axis(label: "", within: 1...2)
  private static let plain = Axis(label: "")

  private static func mark(
    _ kind: Mark.Kind, x: [Double] = [], y: [Double] = [], categories: [String] = []
  ) -> Mark {
    Mark(kind: kind, label: "a", x: x, y: y, categories: categories)
  }

  private static let dots = mark(.dots, x: [1, 2, 3], y: [-1, 1.5, 3])
  private static let bars = mark(.bars, y: [0, 1.5, 0.5, 5], categories: ["p", "q", "r", "s"])
  private static let bins = mark(.histogram, x: [-1, 0, 1, 2, 3], y: [4, 2, 0, 1])

  @Test(arguments: [
    (Chart(x: plain, y: log, marks: [dots]), ["1 value of a cannot be shown"]),
    (Chart(x: plain, y: cut, marks: [dots]), ["2 of 3 dots of a are outside the axes"]),
    (
      Chart(x: plain, y: log, marks: [mark(.line, x: [1, 2, 3], y: [0, .nan, 1])]),
      ["1 value of a cannot be shown"]
    ),
    (
      Chart(x: plain, y: cut, marks: [mark(.line, x: [1, 2], y: [5, 6])]),
      ["the line of a is outside the axes"]
    ),
    (Chart(x: plain, y: cut, marks: [mark(.line, x: [1, 2], y: [0, 6])]), []),
    (
      Chart(x: cut, y: plain, marks: [mark(.lines, x: [5, 6], y: [1, 2, 3, 4])]),
      ["all lines of a are outside the axes"]
    ),
    (Chart(x: plain, y: log, marks: [bars]), ["1 value of a cannot be shown"]),
    (Chart(x: plain, y: cut, marks: [bars]), ["3 of 4 bars of a end outside the axes"]),
    (Chart(x: log, y: plain, marks: [bins]), ["6 values of a cannot be shown"]),
    (Chart(x: cut, y: plain, marks: [bins]), ["7 of 7 values of a are outside the axes"]),
    (Chart(x: plain, y: log, marks: [bins]), []),
    (
      Chart(x: log, y: cut, marks: [mark(.rule, x: [0]), mark(.rule, y: [5])]),
      [
        "the reference line at 0, a, cannot be shown",
        "the reference line at 5, a, is outside the axes",
      ]
    ),
  ])
  func remarks(_ chart: Chart, _ expected: [String]) {
    #expect(chart.remarks(on: chart.series) == expected)
    for remark in expected {
      #expect(chart.summary.contains("In the drawing \(remark)."))
      // The words of the drawing and of the text are broken into lines.
      let words = remark.split(separator: " ").last!
      #expect(chart.svg(id: "f", title: "").contains(words))
      #expect(chart.text(width: 200).contains(remark))
    }
  }

  @Test(arguments: [
    (Chart(x: plain, y: plain, marks: []), true),
    (Chart(x: plain, y: plain, marks: [mark(.rule, y: [1])]), true),
    (Chart(x: plain, y: log, marks: [mark(.line, x: [1, 2], y: [0, -1])]), true),
    (Chart(x: plain, y: cut, marks: [mark(.line, x: [1, 2], y: [5, 6])]), true),
    (Chart(x: plain, y: cut, marks: [mark(.line, x: [1, 2], y: [0, 6])]), false),
    (Chart(x: plain, y: cut, marks: [mark(.dots, x: [1], y: [3])]), true),
    (Chart(x: plain, y: cut, marks: [dots]), false),
    (Chart(x: plain, y: cut, marks: [mark(.bars, y: [0.5], categories: ["p"])]), true),
    (Chart(x: plain, y: cut, marks: [bars]), false),
    (Chart(x: log, y: plain, marks: [bins]), false),
    (Chart(x: Axis(label: "", within: 5...6), y: plain, marks: [bins]), true),
    (
      Chart(
        x: plain, y: plain,
        marks: [
          Mark(kind: .heat, label: "", categories: ["c"], rows: ["r"], values: [.nan])
        ]), true
    ),
    (
      Chart(x: plain, y: log, marks: [], panels: [.init(title: "p", marks: [dots])]), false
    ),
  ])
  func emptiness(_ chart: Chart, _ isEmpty: Bool) {
    #expect(chart.isEmpty == isEmpty)
  }

  @Test("An empty bin is no reason to move the next one, also on a logarithm")
  func binsKeepTheirPlaces() throws {
    let bins = Self.mark(.histogram, x: [0, 1, 2, 3], y: [1, 0, 1])
    let linear = ChartLayout(Chart(x: Self.plain, y: Self.plain, marks: [bins]))
    let logarithmic = ChartLayout(Chart(x: Self.plain, y: Self.log, marks: [bins]))
    func starts(_ layout: ChartLayout) throws -> [Double] {
      guard case .histogram(let outlines)? = layout.drawings[0].shapes.first else {
        Issue.record("no histogram")
        return []
      }
      let plot = layout.plot
      return outlines.map { (($0[0].x - plot.left) / plot.width * 100).rounded() }
    }
    #expect(try starts(linear) == [0, 67])
    #expect(try starts(logarithmic) == [0, 67])
  }
}
