import Foundation

/// Texts by their keys, in a file: one after the other, each after a line with its length and key. JSON
/// would take as long to read as a drawing takes to make.
enum KeptTexts {
  /// What a file holds. A damaged one is as good as none: everything in it can be made again.
  static func read(_ path: String) -> [String: String] {
    guard let data = Files.read(path) else { return [:] }
    let bytes = Array(data)
    var texts: [String: String] = [:]
    var place = bytes.startIndex
    while let end = bytes[place...].firstIndex(of: .lineFeed) {
      let head = String(decoding: bytes[place..<end], as: UTF8.self)
        .split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard head.count == 2, let count = Int(head[0]), end + 1 + count <= bytes.endIndex else {
        return [:]
      }
      texts[String(head[1])] = String(decoding: bytes[(end + 1)..<(end + 1 + count)], as: UTF8.self)
      place = end + 1 + count
    }
    return texts
  }

  /// Writes a file; where that fails, nothing is kept. A key is one line.
  static func write(_ texts: [String: String], to path: String) {
    var bytes = Data()
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
      bytes += Data("\(text.utf8.count) \(key)\n\(text)".utf8)
    }
    try? Files.writeAtomically(bytes, to: path)
  }
}
