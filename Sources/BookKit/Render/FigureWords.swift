import Charts
import Results

/// What a figure says besides its drawing.
struct FigureWords: Sendable {
  /// Its numbers.
  let table: DataTable
  /// All of them as a file.
  let csv: String
  /// The drawing in letters.
  let text: String
  /// The drawing in a sentence.
  let summary: String

  init(_ chart: Chart) {
    table = chart.dataTable
    csv = table.csv
    text = chart.text(width: 80)
    summary = chart.summary
  }
}
