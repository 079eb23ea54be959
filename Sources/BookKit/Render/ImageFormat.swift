/// The formats of images that browsers show, told by how a file begins.
enum ImageFormat {
  /// Whether a file is an image. Where its format says a size at the beginning, it has one.
  static func isKnown(_ bytes: [UInt8]) -> Bool {
    func begins(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    func isPositive(_ place: Range<Int>) -> Bool {
      bytes.count >= place.upperBound && bytes[place].contains { $0 != 0 }
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      // The header comes first: its length, its name, the width and the height.
      return bytes.dropFirst(8).starts(with: [0, 0, 0, 13]) && begins("IHDR", at: 12)
        && isPositive(16..<20) && isPositive(20..<24)
    }
    if begins("GIF87a") || begins("GIF89a") { return isPositive(6..<8) && isPositive(8..<10) }
    if begins("RIFF") && begins("WEBP", at: 8) {
      return ["VP8 ", "VP8L", "VP8X"].contains { begins($0, at: 12) }
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return bytes.count > 3 && bytes[3] >= 0xC0 }
    if begins("ftypavif", at: 4) { return true }
    // Before the element may stand a declaration and comments.
    return String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<svg")
  }
}
