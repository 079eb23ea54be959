import Numerics

/// A table of words read from a file of comma-separated values with a header line (RFC 4180): a cell
/// between quotation marks may hold commas, line breaks, and quotation marks written twice.
///
/// ```swift
/// let techniques = TextTable("chapters/data/techniques.csv")
/// let errors = techniques.numbers("error")
/// ```
public struct TextTable: Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// The cells, row by row.
  public let rows: [[String]]
  private let path: String
  private let lines: [Int]

  /// Reads a file of the book: `chapters/data/techniques.csv`.
  ///
  /// Every row has a cell for each name of the header. Anything else stops with the line and what was
  /// found there.
  public init(_ path: String) {
    self.init(bytes: DataFiles.bytes(path), path: path)
  }

  init(bytes: [UInt8], path: String) {
    let text = DataFiles.text(bytes, path)
    var records = Records(Array(text.utf8), path: path).all
    require(!records.isEmpty, "\(path) is empty; a header line was expected")
    columns = records.removeFirst().cells
    for (i, name) in columns.enumerated() {
      require(
        !columns[..<i].contains(name), "\(path):1: the column \"\(name)\" is in the header twice")
    }
    for record in records {
      require(
        record.cells.count == columns.count,
        "\(path):\(record.line): \(columns.count) cells were expected, as in the header, and \(record.cells.count) found"
      )
    }
    rows = records.map(\.cells)
    lines = records.map(\.line)
    self.path = path
  }

  /// The cells of a column.
  public subscript(_ name: String) -> [String] {
    let column = index(of: name)
    return rows.map { $0[column] }
  }

  /// The cells of a column as numbers; a cell that is none stops with its line.
  public func numbers(_ name: String) -> [Double] {
    let column = index(of: name)
    return zip(rows, lines).map { row, line in
      guard let number = Double(row[column]) else {
        refuse(
          "\(path):\(line): a number was expected in the column \"\(name)\", and \"\(row[column])\" found"
        )
      }
      return number
    }
  }

  private func index(of name: String) -> Int {
    guard let column = columns.firstIndex(of: name) else {
      refuse("\(path) has no column \"\(name)\"; it has \(columns.joined(separator: ", "))")
    }
    return column
  }
}

/// Cuts the bytes of a file into records and cells.
private struct Records {
  private let bytes: [UInt8]
  private let path: String
  private var place = 0
  private var line = 1

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// The records, each with the line on which it begins.
  var all: [(line: Int, cells: [String])] {
    var reader = self
    var records: [(line: Int, cells: [String])] = []
    while reader.place < reader.bytes.count { records.append((reader.line, reader.record())) }
    return records
  }

  /// The cells up to the end of a line.
  private mutating func record() -> [String] {
    var cells: [String] = []
    while true {
      cells.append(next == UInt8(ascii: "\"") ? quoted() : plain())
      switch next {
      case UInt8(ascii: ","): place += 1
      case UInt8(ascii: "\n"):
        place += 1
        line += 1
        return cells
      case UInt8(ascii: "\r") where place + 1 < bytes.count && bytes[place + 1] == 10:
        place += 2
        line += 1
        return cells
      case nil: return cells
      default:
        refuse(
          "\(path):\(line): a comma or the end of the line was expected after a quoted cell")
      }
    }
  }

  private mutating func plain() -> String {
    let start = place
    while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\r") && place + 1 < bytes.count && bytes[place + 1] == 10 { break }
      require(
        byte != UInt8(ascii: "\""),
        "\(path):\(line): a quotation mark stands inside a cell that does not begin with one")
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func quoted() -> String {
    let first = line
    var cell: [UInt8] = []
    place += 1
    while let byte = next {
      place += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\"") {
        if next != UInt8(ascii: "\"") { return String(decoding: cell, as: UTF8.self) }
        place += 1
      }
      cell.append(byte)
    }
    refuse("\(path):\(first): a quotation mark opens a cell that no other closes")
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }
}
