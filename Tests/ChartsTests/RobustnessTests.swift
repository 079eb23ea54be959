import Foundation
import Results
import Testing

@testable import Charts

@Suite("No data is too strange")
struct RobustnessTests {
  private static let strange: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1, -1, .leastNonzeroMagnitude, .leastNormalMagnitude,
    1e308, -1.7e308, 1e300, 1e-300,
    0.1,
    1e15, 1e15 + 1,
  ]

  private static let charts: [Chart] = {
    var charts: [Chart] = []
    for kind in Mark.Kind.allCases {
      for scale in [Axis.Scale.linear, .log] {
        let isPlain = [.line, .dots, .bars, .rule].contains(kind)
        for shift in strange.indices where isPlain || shift % 4 == 1 {
          let values = strange.indices.map { strange[($0 * shift + shift) % strange.count] }
          let name = "<s & \"\(shift)\">\u{1}\n 中文"
          let marks = [
            Mark(
              kind: kind, label: name, x: values, y: values.reversed(), low: values.dropLast(3),
              high: values, band: "b", categories: ["a", "a", "", name, "c c c c c c c c c c c c"],
              rows: shift % 3 == 0 ? nil : [name, "b", ""], values: shift % 4 == 0 ? nil : values,
              unit: .points, raster: ["0z1", "", "0a", "ff00x", "00"], note: name),
            Mark(kind: kind, label: "", x: [], y: [values[0]], categories: []),
            Mark(kind: .line, label: "l", x: values, y: values),
          ]
          let axis = Axis(label: name, scale: scale, including: values, reversed: shift % 2 == 1)
          charts.append(Chart(x: axis, y: axis, marks: marks))
          charts.append(Chart(x: axis, y: axis, marks: [marks[1]]))
          if shift % 4 != 1 { continue }
          var cut = axis
          cut.within = values[0] < values[1] ? values[0]...values[1] : 0.5...2
          let panels = marks.map { Chart.Panel(title: name, marks: [$0]) }
          charts.append(Chart(x: cut, y: axis, marks: [marks[2]], panels: panels))
          charts.append(Chart(x: axis, y: cut, marks: [], panels: panels, slider: name))
          charts.append(Chart(x: cut, y: cut, marks: [], panels: [], slider: "p"))
          charts.append(Chart(x: cut, y: cut, marks: [marks[0]], panels: []))
        }
      }
    }
    let names = (0..<60).map { "a series with a long name, number \($0)" }
    let many = names.map { Mark(kind: .line, label: $0, x: [0, 1], y: [0, 1]) }
    charts.append(Chart(x: Axis(label: ""), y: Axis(label: ""), marks: many))
    let rules = names.map { Mark(kind: .rule, label: $0, x: [0.5]) }
    charts.append(Chart(x: Axis(label: ""), y: Axis(label: ""), marks: rules))
    let bars = Mark(
      kind: .bars, label: "b", y: names.indices.map(Double.init), categories: names)
    charts.append(Chart(x: Axis(label: ""), y: Axis(label: ""), marks: [bars]))
    return charts
  }()

  @Test func svgIsWellFormed() throws {
    for chart in Self.charts {
      for frame in 0..<max(1, chart.frameTitles.count) {
        let svg = chart.svg(id: "f", title: "a < b & \"c\"\u{0}", frame: frame)
        let strange = svg.firstMatch(of: #/.{0,80}(?:nan|inf).{0,40}/#)
        #expect(strange == nil, "\(chart.whole.marks.map(\.kind)): \(strange?.output ?? "")")
        let parser = WellFormed()
        #expect(parser.check(svg), "\(parser.trouble): \(svg)")
      }
    }
  }

  @Test(arguments: [0, 1, 7, 20, 40, 80, 200])
  func textIsNeverTooWide(_ width: Int) {
    for chart in Self.charts + (Example.all + Example.kinds).map(\.chart) {
      let lines = chart.text(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width })
    }
  }

  @Test func tablesAreRectangular() {
    for chart in Self.charts + (Example.all + Example.kinds).map(\.chart) {
      let table = chart.dataTable
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      #expect(!chart.summary.isEmpty)
    }
  }

  @Test("A layout can be written and read")
  func coding() throws {
    let layout = ChartLayout(Example.mixed.chart)
    let data = try JSONEncoder().encode(layout)
    #expect(try JSONDecoder().decode(ChartLayout.self, from: data) == layout)
  }
}

/// A small check of tags, attributes and entities; the XML parser of Foundation needs a C library.
final class WellFormed {
  private(set) var trouble = ""

  func check(_ text: String) -> Bool {
    var open: [Substring] = []
    for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return fail("no end of tag: \(piece)") }
      let name = parts[0].prefix { $0 != " " && $0 != "/" }
      if parts[0].hasPrefix("/") {
        guard open.popLast() == parts[0].dropFirst() else { return fail("tags cross: \(piece)") }
      } else {
        let quotes = parts[0].count { $0 == "\"" }
        guard quotes % 2 == 0 else { return fail("quotes: \(piece)") }
        if !parts[0].hasSuffix("/") { open.append(name) }
      }
      let control = text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }
      if control { return fail("control character") }
      for entity in piece.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
        guard ["amp;", "lt;", "gt;", "quot;"].contains(where: { entity.hasPrefix($0) })
        else { return fail("entity: \(piece)") }
      }
    }
    return open.isEmpty || fail("open: \(open)")
  }

  private func fail(_ words: String) -> Bool {
    trouble = words
    return false
  }
}
