/// A place on a line that knows columns, so that tabs count as CommonMark says.
struct LineCursor {
  let bytes: [UInt8]
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0

  init(bytes: [UInt8], line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The byte here, nil at the end of the line.
  var byte: UInt8? { offset < end ? bytes[offset] : nil }

  /// The first byte that is no space or tab, and the columns before it.
  var nonBlank: (offset: Int, indent: Int) {
    var place = offset
    var reached = column
    while place < end, bytes[place].isBlank {
      reached += bytes[place] == .tab ? 4 - reached % 4 : 1
      place += 1
    }
    return (place, reached - column)
  }

  /// Moves to a byte further on.
  mutating func move(to target: Int) {
    while offset < target {
      column += bytes[offset] == .tab ? 4 - column % 4 : 1
      offset += 1
    }
  }

  /// Moves over white space by some columns; a tab may be left half eaten.
  mutating func skip(columns: Int) {
    var left = columns
    while left > 0, let byte, byte.isBlank {
      let width = byte == .tab ? 4 - column % 4 : 1
      let step = min(left, width)
      column += step
      left -= step
      if step == width { offset += 1 }
    }
  }
}
