import Foundation

/// Texts by their keys, in a file: one after the other, each after a line with its length and key, all
/// after a line with their checksum. JSON would take as long to read as a drawing takes to make.
enum KeptTexts {
  /// What a file holds. A damaged one is as good as none: everything in it can be made again.
  static func read(_ path: String) -> [String: String] {
    guard let data = Files.read(path) else { return [:] }
    return data.withUnsafeBytes { bytes in
      guard let first = bytes.firstIndex(of: .lineFeed),
        String(decoding: bytes[..<first], as: UTF8.self) == checksum(bytes[(first + 1)...])
      else { return [:] }
      var texts: [String: String] = [:]
      var place = first + 1
      while let end = bytes[place...].firstIndex(of: .lineFeed) {
        let head = String(decoding: bytes[place..<end], as: UTF8.self)
          .split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard head.count == 2, let count = Int(head[0]), count >= 0,
          count <= bytes.endIndex - (end + 1)
        else { return [:] }
        place = end + 1 + count
        texts[String(head[1])] = String(decoding: bytes[(end + 1)..<place], as: UTF8.self)
      }
      return texts
    }
  }

  /// Writes a file; where that fails, nothing is kept. A key is one line.
  static func write(_ texts: [String: String], to path: String) {
    var bytes: [UInt8] = []
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
      bytes += "\(text.utf8.count) \(key)\n\(text)".utf8
    }
    let sum = bytes.withUnsafeBytes { checksum($0[...]) }
    try? Files.writeAtomically(Data("\(sum)\n".utf8) + bytes, to: path)
  }

  /// FNV-1a by words of eight bytes (SHA-256 would take longer than everything else here): what is kept
  /// is shown as it is, and nobody's edit must get there.
  private static func checksum(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0x100_0000_01b3
      hash ^= hash >> 32
    }
    let whole = bytes.count / 8 * 8
    for place in stride(from: 0, to: whole, by: 8) {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }
    for byte in bytes[whole...] { add(UInt64(byte)) }
    return String(hash, radix: 16)
  }
}
