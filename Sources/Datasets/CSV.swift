import Numerics

/// A table of numbers read from a file of comma-separated values with a header line.
public struct CSV: Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// The numbers, row by row.
  public let rows: [[Double]]

  /// Reads a file of the book: `chapters/data/digits.csv`.
  ///
  /// Every line has one number for each name of the header. Anything else stops with the line and
  /// what was found there.
  public init(_ path: String) {
    self.init(text: String(decoding: DataFiles.bytes(path), as: UTF8.self), path: path)
  }

  init(text: String, path: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
    guard let header = lines.first else { refuse("\(path) is empty; a header line was expected") }
    let names = header.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
    columns = names
    rows = lines.dropFirst().enumerated().map { index, line in
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      require(
        cells.count == names.count,
        "\(path):\(index + 2): \(names.count) numbers were expected, as in the header, and \(cells.count) found"
      )
      return cells.map { cell in
        guard let number = Double(Substring(cell)) else {
          refuse("\(path):\(index + 2): a number was expected, and \"\(Substring(cell))\" found")
        }
        return number
      }
    }
  }
}
