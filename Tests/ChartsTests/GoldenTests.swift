import Results
import Testing

@testable import Charts

@Suite("Charts look as they did")
struct GoldenTests {
  @Test(arguments: Example.all)
  func svg(_ example: Example) throws {
    let svg = example.chart.svg(id: example.name, title: "The title of \(example.name)")
    try Golden.check(svg, "\(example.name).svg")
  }

  @Test func narrow() throws {
    let svg = Example.rules.chart.svg(id: "narrow", title: "For a phone", width: 320)
    try Golden.check(svg, "rules-narrow.svg")
  }

  @Test(arguments: Example.kinds)
  func kinds(_ example: Example) throws {
    let last = max(0, example.chart.frameTitles.count - 1)
    let svg = example.chart.svg(id: example.name, title: "The title", frame: last)
    try Golden.check(svg, "\(example.name).svg")
  }

  @Test(arguments: Example.all + Example.kinds)
  func text(_ example: Example) throws {
    let table = example.chart.dataTable.thinned(rows: 70, columns: 40)
    let rows = ([table.columns] + table.rows).map { $0.joined(separator: ", ") }
    let parts = [
      example.chart.text(width: 80), example.chart.summary, "", rows.joined(separator: "\n"), "",
    ]
    try Golden.check(parts.joined(separator: "\n"), "\(example.name).txt")
  }

  @Test("Golden files are never rewritten on CI")
  func noUpdateOnCI() {
    #expect(
      !(Golden.isUpdating && Golden.isContinuousIntegration),
      "REGBOOK_UPDATE_GOLDEN is refused where CI is set: rewrite the files on your machine")
  }

  @Test("A mismatch names the first line that differs")
  func difference() {
    #expect(Golden.difference("a\nb\n", "a\nb\n") == nil)
    #expect(Golden.difference("a\nx\n", "a\nb\n") == "line 2\nexpected: b\nfound:    x")
    #expect(Golden.difference("a", "a\nb") == "line 2\nexpected: b\nfound:    (the end)")
  }
}
