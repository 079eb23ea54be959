/// The formats of images that browsers show, told by how a file begins.
enum ImageFormat {
  /// Whether a file is an image.
  static func isKnown(_ bytes: [UInt8]) -> Bool {
    let begins = { (text: String, offset: Int) in bytes.dropFirst(offset).starts(with: text.utf8) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      return true
    }
    if begins("GIF8", 0) || begins("RIFF", 0) && begins("WEBP", 8) || begins("ftypavif", 4) {
      return true
    }
    // Before the element may stand a declaration and comments.
    return String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<svg")
  }
}
