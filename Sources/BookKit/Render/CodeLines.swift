/// Marks the long lines of code, which paper breaks, so that the style sheet can say where one goes
/// on: `<span class="line">…</span>`, each with its end.
enum CodeLines {
  /// What half a sheet's width holds.
  private static let longest = 46

  /// - Parameter code: words and spans, one line after the other.
  static func mark(_ code: HTML) -> HTML {
    guard code.text.utf8.count > longest else { return code }
    var marked: [UInt8] = []
    var line: [UInt8] = []
    var length = 0
    var open: [[UInt8]] = []
    var start = open
    var tag: [UInt8]?
    var isEntity = false

    /// Ends a line; what is open in it is closed and opened again around its mark.
    func end() {
      if length > longest {
        let close = Array("</span>".utf8)
        marked += start.flatMap { _ in close } + Array("<span class=\"line\">".utf8)
        marked += start.joined() + line + open.flatMap { _ in close } + close + open.joined()
      } else {
        marked += line
      }
      (line, length, start) = ([], 0, open)
    }

    for byte in code.text.utf8 {
      line.append(byte)
      if tag != nil {
        tag?.append(byte)
        guard byte == UInt8(ascii: ">"), let whole = tag else { continue }
        if whole.dropFirst().first == UInt8(ascii: "/") {
          open.removeLast()
        } else {
          open.append(whole)
        }
        tag = nil
      } else if byte == UInt8(ascii: "<") {
        tag = [byte]
      } else if byte == UInt8(ascii: "\n") {
        end()
      } else {
        // An entity is one letter, and so are the bytes of one.
        if byte == UInt8(ascii: "&") { isEntity = true }
        if !isEntity && byte & 0xC0 != 0x80 { length += 1 }
        if byte == UInt8(ascii: ";") && isEntity { (isEntity, length) = (false, length + 1) }
      }
    }
    end()
    return HTML(trusted: String(decoding: marked, as: UTF8.self))
  }
}
