/// The path of a request as names of folders and a file, none of which can lead upwards.
struct RequestPath: Equatable {
  /// The decoded names.
  let names: [String]
  /// Whether the path ends with a slash.
  let isFolder: Bool

  /// nil for everything that is not a plain absolute path: `..` and `.` as well as empty names,
  /// slashes, backslashes or control characters behind percent signs, bytes that are not UTF-8.
  init?(target: String) {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    isFolder = parts.last == ""
    if isFolder { parts.removeLast() }
    var names: [String] = []
    for part in parts {
      guard let name = Self.decoded(part), !name.isEmpty, name != ".", name != "..",
        !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x2F || $0 == 0x5C })
      else { return nil }
      names.append(name)
    }
    self.names = names
  }

  /// The path as it is written in an address.
  var text: String {
    names.map { name in
      "/"
        + name.utf8.map { byte in
          let character = Character(UnicodeScalar(byte))
          let isPlain = character.isASCII && (character.isLetter || character.isNumber)
          return isPlain || "-._~".contains(character)
            ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }.joined()
  }

  private static func decoded(_ part: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
  }
}
