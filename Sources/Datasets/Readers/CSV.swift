import Numerics

/// A table of numbers read from a file of comma-separated values with a header line.
public struct CSV: Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// The numbers, row by row.
  public let rows: [[Double]]

  /// Reads a file of the book: `chapters/data/digits.csv`, or `digits.csv.gz`.
  ///
  /// Every line has one number for each name of the header. Anything else stops with the line and
  /// what was found there: quotes, empty cells, text, and numbers that are not finite.
  public init(_ path: String) {
    self.init(text: DataFiles.text(DataFiles.contents(path), path), path: path)
  }

  init(text: String, path: String) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let header = lines.first else { refuse("\(path) is empty; a header line was expected") }
    let names = Self.cells(header, path, line: 1)
    for (i, name) in names.enumerated() {
      require(
        !name.isEmpty && !names[..<i].contains(name),
        "\(path):1: every column needs a name of its own, and column \(i + 1) is named \"\(name)\"")
    }
    require(lines.count >= 2, "\(path) has a header and no row of numbers")
    columns = names.map { String($0) }
    rows = lines.dropFirst().enumerated().map { index, line in
      let cells = Self.cells(line, path, line: index + 2)
      require(
        cells.count == names.count,
        "\(path):\(index + 2): \(names.count) numbers were expected, as in the header, and \(line.isEmpty ? 0 : cells.count) found"
      )
      return cells.map { cell in
        guard let number = Double(cell), number.isFinite else {
          refuse("\(path):\(index + 2): a number was expected, and \"\(cell)\" found")
        }
        return number
      }
    }
  }

  private static func cells(
    _ line: Substring.UTF8View, _ path: String, line number: Int
  ) -> [Substring] {
    require(
      !line.contains(UInt8(ascii: "\"")),
      "\(path):\(number): cells without quotes were expected, and a quote found")
    return line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }
}
