/// Text that may stand in a page as it is. Words get in only escaped, so markup in a chapter, a
/// caption or a printed line can never become markup of the page.
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
