/// The lines of one paragraph, heading or paragraph-like table: byte ranges without the containers'
/// marks, leading white space and line end.
struct TextRun: Equatable {
  var lines: [Range<Int>]
  /// Whether it is one line that begins with `#`.
  var isHeading = false
}

/// A fenced code block as its lines say.
struct FenceLines: Equatable {
  /// The opening line's number from 0.
  var line: Int
  /// The backticks or tildes.
  var fence: Range<Int>
  /// What follows them on the line.
  var info: Range<Int>
  /// Columns before the fence, inside its container.
  var indent: Int
  /// Whether it stands in a list or quote.
  var isNested: Bool
  /// The last line's number; the closing fence's, if there is one.
  var endLine: Int
  /// Whether a closing fence was found before the container or the file ended.
  var isClosed = false
}

/// What a file's lines are, by CommonMark's rules for blocks.
struct BlockScan: Equatable {
  var runs: [TextRun] = []
  var fences: [FenceLines] = []
  /// Where more than a hundred containers lie in each other; nothing after it was read.
  var tooDeep: Range<Int>?

  /// The block whose opening fence is on a line, counted from 0.
  func fence(atLine line: Int) -> FenceLines? {
    var low = 0
    var high = fences.count
    while low < high {
      let middle = (low + high) / 2
      if fences[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low < fences.count && fences[low].line == line ? fences[low] : nil
  }
}
