/// A word of a fence's info string, and its bytes in the file.
struct FenceWord: Equatable {
  var text: String
  var place: Range<Int>

  static func split(_ source: SourceText, _ info: Range<Int>) -> [FenceWord] {
    source.bytes[info].split(whereSeparator: \.isWhitespace).map {
      FenceWord(text: String(decoding: $0, as: UTF8.self), place: $0.startIndex..<$0.endIndex)
    }
  }
}
