import Results
import Testing

@testable import Charts

@Suite("Numbers of charts")
struct DataTableTests {
  @Test func csvQuotesWhatItMust() {
    let table = DataTable(
      columns: ["a,b", "c"], rows: [["say \"x\"", "1"], ["two\nlines", "-2.5"]])
    #expect(table.csv == "\"a,b\",c\n\"say \"\"x\"\"\",1\n\"two\nlines\",-2.5\n")
  }

  @Test func thinningKeepsTheEnds() {
    let table = DataTable(columns: ["i", "j"], rows: (0..<1000).map { ["\($0)", "x"] })
    let thin = table.thinned(rows: 10, columns: 1)
    #expect(thin.rows.count == 10 && thin.rows.first == ["0"] && thin.rows.last == ["999"])
    #expect(thin.columns == ["i"])
    #expect(table.thinned(rows: 1000, columns: 2) == table)
  }

  @Test("Panels of the same columns stand below each other")
  func panels() {
    let table = Example.panels.chart.dataTable
    #expect(table.columns == ["panel", "epoch", "none", "dropout"])
    #expect(table.rows.count == 60 && table.rows[20].prefix(2) == ["noisy", "1"])
  }

  @Test("A heat map is a table of its cells, in the unit that it shows")
  func heat() {
    let table = Example.heat.chart.dataTable
    #expect(table.columns[0] == "weight decay" && table.columns[1] == "learning rate 0.001 (%)")
    #expect(table.rows[1] == ["0.01", "72", "85", "nan", "11"])
  }
}
