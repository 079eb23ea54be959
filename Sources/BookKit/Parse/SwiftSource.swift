/// A first reading of Swift code: which of it is code, and which comment or text.
enum SwiftSource {
  /// The code with comments and string literals replaced by spaces; lines stay where they are.
  /// Interpolations count as text.
  static func codeOnly(_ code: String) -> String {
    let source = Array(code)
    var result: [Character] = []
    var index = 0
    func blank(to end: Int) {
      for character in source[index..<min(end, source.count)] {
        result.append(character.isNewline ? character : " ")
      }
      index = min(end, source.count)
    }
    while index < source.count {
      if source[index...].starts(with: "//") {
        blank(to: source[index...].firstIndex(where: \.isNewline) ?? source.count)
      } else if source[index...].starts(with: "/*") {
        blank(to: endOfComment(source, from: index))
      } else if let end = endOfString(source, from: index) {
        blank(to: end)
      } else {
        result.append(source[index])
        index += 1
      }
    }
    return String(result)
  }

  /// Block comments nest.
  private static func endOfComment(_ source: [Character], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < source.count {
      if source[index...].starts(with: "/*") {
        depth += 1
        index += 2
      } else if source[index...].starts(with: "*/") {
        depth -= 1
        index += 2
        if depth == 0 { return index }
      } else {
        index += 1
      }
    }
    return source.count
  }

  /// The end of the string literal that begins here, with its quotes and `#`s; nil if none does.
  private static func endOfString(_ source: [Character], from start: Int) -> Int? {
    let hashes = source[start...].prefix { $0 == "#" }.count
    let open = start + hashes
    guard open < source.count, source[open] == "\"" else { return nil }
    let isLong = source[open...].starts(with: "\"\"\"")
    let pounds = String(repeating: "#", count: hashes)
    let close = (isLong ? "\"\"\"" : "\"") + pounds
    let escape = "\\" + pounds
    var index = open + (isLong ? 3 : 1)
    while index < source.count {
      if source[index...].starts(with: close) { return index + close.count }
      if !isLong, source[index].isNewline { return index }
      if source[index...].starts(with: escape + "(") {
        index = endOfInterpolation(source, from: index + escape.count)
      } else if source[index...].starts(with: escape) {
        index += escape.count + 1
      } else {
        index += 1
      }
    }
    return source.count
  }

  private static func endOfInterpolation(_ source: [Character], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < source.count {
      if let end = endOfString(source, from: index) {
        index = end
        continue
      }
      if source[index] == "(" { depth += 1 }
      if source[index] == ")" { depth -= 1 }
      index += 1
      if depth == 0 { return index }
    }
    return source.count
  }
}
