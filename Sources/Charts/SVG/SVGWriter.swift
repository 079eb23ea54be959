import Numerics

/// Writes SVG, one element a line.
struct SVGWriter {
  typealias Attributes = [(key: String, value: String)]

  private(set) var text = ""
  private var open: [String] = []

  /// Starts an element; `close` ends it.
  mutating func start(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ more: Attributes = []
  ) {
    line("<\(name)\(Self.list(attributes))\(Self.list(more))>")
    open.append(name)
  }

  /// Ends the last open element.
  mutating func close() {
    let name = open.removeLast()
    line("</\(name)>")
  }

  /// An element without content.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    line("<\(name)\(Self.list(attributes))/>")
  }

  /// An element with words.
  mutating func element(
    _ name: String, _ attributes: Attributes, words: String
  ) {
    line("<\(name)\(Self.list(attributes))>\(Self.escaped(words))</\(name)>")
  }

  /// A coordinate in pixels with at most two decimals: `12.5`.
  static func number(_ x: Double) -> String {
    var text = NumberFormatting.fixed(x, places: 2)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// Text for element content and attribute values; control characters, which XML forbids, become
  /// U+FFFD.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\0"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func line(_ markup: String) {
    text += String(repeating: " ", count: open.count) + markup + "\n"
  }

  private static func list(_ attributes: some Sequence<(key: String, value: String)>) -> String {
    attributes.reduce("") { $0 + " \($1.key)=\"\(escaped($1.value))\"" }
  }
}
