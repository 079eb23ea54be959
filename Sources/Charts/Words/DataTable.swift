/// A chart's numbers: a header and rows of strings, numbers with up to six significant digits and an
/// ASCII minus.
public struct DataTable: Sendable, Equatable {
  /// The heads of the columns.
  public var columns: [String]
  /// The rows; each has one cell a column.
  public var rows: [[String]]

  /// The table as comma-separated values (RFC 4180, with line feeds).
  public var csv: String {
    ([columns] + rows).map { $0.map(Self.field).joined(separator: ",") + "\n" }.joined()
  }

  /// At most so many rows, evenly spaced with the first and the last among them, and so many columns.
  public func thinned(rows most: Int, columns: Int) -> DataTable {
    let kept =
      rows.count > most && most > 1
      ? (0..<most).map { rows[$0 * (rows.count - 1) / (most - 1)] } : rows
    return DataTable(
      columns: Array(self.columns.prefix(columns)), rows: kept.map { Array($0.prefix(columns)) })
  }

  /// The same rows, each after `value` in a column of its own.
  func after(_ column: String, _ value: String) -> DataTable {
    DataTable(columns: [column] + columns, rows: rows.map { [value] + $0 })
  }

  private static func field(_ text: String) -> String {
    let isPlain = !text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
