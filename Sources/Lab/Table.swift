/// Makes a table.
///
/// ```swift
/// table(
///   "errors", "Ridge wins where every weight counts.", columns: ["truth", "lasso", "ridge"],
///   rows: [
///     ["sparse", sparse.lasso, sparse.ridge],
///     ["dense", dense.lasso, dense.ridge],
///   ])
/// ```
///
/// - Parameters:
///   - name: Lowercase letters, digits and hyphens; unique among the experiment's figures and tables.
///   - caption: What the reader should see in it.
///   - columns: The heads; the first column names the rows.
///   - rows: The rows, with one cell a column: words, numbers, numbers a seed, or `cell(…)` for a
///     format.
public func table(
  _ name: String, _ caption: String, columns: [String], rows: [[any CellValue]],
  file: String = #filePath, line: Int = #line, column: Int = #column
) {
  Recorder.requireSlug(name)
  for (i, row) in rows.enumerated() {
    require(
      row.count == columns.count,
      "row \(i + 1) of the table \"\(name)\" has \(row.count) cells for \(columns.count) columns")
  }
  Recorder.current.say { result in
    Recorder.requireNew(name, in: result)
    result.tables.append(
      Table(
        name: name, caption: caption, columns: columns, rows: rows.map { $0.map(\.cell) },
        location: location(of: "table", file, line, column)))
  }
}

/// A number in a table with its unit and its decimals.
public func cell(_ value: some Measured, _ unit: Unit = .number, decimals: Int? = nil) -> Table.Cell
{
  if let decimals {
    require((0...20).contains(decimals), "a cell has 0 to 20 decimals, not \(decimals)")
  }
  let unit = value is any Counted && unit == .number && decimals == nil ? .count : unit
  return .number(samples: value.samples.values, unit: unit, decimals: decimals)
}

/// Something that can stand in a table's cell.
public protocol CellValue {
  /// The cell.
  var cell: Table.Cell { get }
}

extension Table.Cell: CellValue {
  /// Itself.
  public var cell: Table.Cell { self }
}
extension String: CellValue {
  /// Words.
  public var cell: Table.Cell { .text(self) }
}
extension Double: CellValue {
  /// A number.
  public var cell: Table.Cell { .number(samples: [self], unit: .number, decimals: nil) }
}
extension Int: CellValue {
  /// A whole number.
  public var cell: Table.Cell { .number(samples: [Double(self)], unit: .count, decimals: nil) }
}
extension Seeds: CellValue where T: Measured {
  /// Numbers, one a seed.
  public var cell: Table.Cell { Lab.cell(samples) }
}
extension Samples: CellValue {
  /// Numbers, one a seed.
  public var cell: Table.Cell { .number(samples: values, unit: .number, decimals: nil) }
}
