/// Text that may stand in a page as it is. Words get in only escaped, so markup in a chapter, a
/// caption or a printed line can never become markup of the page. A control character, which no page
/// may hold, is shown by its picture: `␛`.
struct HTML: Equatable {
  private(set) var text: String

  /// Nothing.
  init() { text = "" }

  /// Markup that is known to be well-formed.
  init(trusted markup: String) { text = markup }

  /// Words.
  init(_ words: some StringProtocol) { text = Self.escaped(words) }

  var isEmpty: Bool { text.isEmpty }

  static func += (left: inout HTML, right: HTML) { left.text += right.text }

  static func + (left: HTML, right: HTML) -> HTML { HTML(trusted: left.text + right.text) }

  /// An element; attributes whose value is nil are left out, an empty value gives a bare name.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: HTML = HTML()
  ) -> HTML {
    HTML(trusted: "\(opening(name, attributes))\(content.text)</\(name)>")
  }

  /// An element without content or end: `<br>`, `<img>`.
  static func void(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) -> HTML {
    HTML(trusted: opening(name, attributes))
  }

  private static func opening(
    _ name: String, _ attributes: KeyValuePairs<String, String?>
  ) -> String {
    var text = "<\(name)"
    for case (let key, let value?) in attributes {
      text += value.isEmpty && key != "alt" ? " \(key)" : " \(key)=\"\(escaped(value))\""
    }
    return text + ">"
  }

  private static func escaped(_ words: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.utf8.count)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): bytes.append(byte)
      case 0..<0x20: bytes += [0xE2, 0x90, 0x80 + byte]  // U+2400 + byte
      case 0x7F: bytes += Array("\u{2421}".utf8)
      // U+0080 to U+009F, which have no pictures.
      case 0x80...0x9F where bytes.last == 0xC2:
        bytes.removeLast()
        bytes += Array("\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Sequence<HTML> {
  /// One after the other, with `separator` between.
  func joined(_ separator: String = "") -> HTML {
    HTML(trusted: map(\.text).joined(separator: separator))
  }
}
