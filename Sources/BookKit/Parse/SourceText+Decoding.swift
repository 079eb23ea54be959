extension SourceText {
  /// Reads a file's bytes: the byte-order mark is dropped and every line end becomes LF.
  static func decode(_ raw: [UInt8], path: String) -> (source: SourceText, mistakes: [Diagnostic]) {
    let marked = raw.starts(with: [0xEF, 0xBB, 0xBF])
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var afterReturn = false
    for byte in raw.dropFirst(marked ? 3 : 0) {
      if !(byte == .lineFeed && afterReturn) {
        bytes.append(byte == .carriageReturn ? .lineFeed : byte)
      }
      afterReturn = byte == .carriageReturn
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      return (
        SourceText(path: path, bytes: Array(String(decoding: bytes, as: UTF8.self).utf8)),
        [invalidEncoding(bytes, path: path)]
      )
    }
    let source = SourceText(path: path, bytes: bytes)
    return (source, source.reservedCharacters())
  }

  /// The first byte that is no UTF-8.
  private static func invalidEncoding(_ bytes: [UInt8], path: String) -> Diagnostic {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    var start = ""
    scan: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\n"):
        line += 1
        start = ""
      case .scalarValue(let scalar): start.unicodeScalars.append(scalar)
      case .emptyInput, .error: break scan
      }
    }
    return Diagnostic(
      rule: "invalid-utf8", "The file is not UTF-8 text: the first bad byte is here.",
      hint: "Save the file as UTF-8 (without UTF-16 or a legacy encoding) and try again.",
      path: path, span: SourceSpan(line: line, column: start.count + 1))
  }

  /// Characters that the parser keeps for itself, and control characters, which have no place in a
  /// text: the first of each kind.
  private func reservedCharacters() -> [Diagnostic] {
    var control: Int?
    var privateUse: Int?
    for (offset, byte) in bytes.enumerated() {
      if byte.isControl { control = control ?? offset }
      if privateUse == nil, isPrivateUse(at: offset) { privateUse = offset }
    }
    let mistakes = [
      control.map {
        error(
          "control-character", at: $0..<$0 + 1,
          "There is an invisible control character (\(hexadecimal(UInt32(bytes[$0])))) here.",
          hint: "Delete it; it probably came with a paste.")
      },
      privateUse.map {
        error(
          "private-use-character", at: $0..<$0 + (bytes[$0] == UInt8(ascii: "&") ? 1 : 3),
          "There is a private-use character (U+E000 to U+F8FF) here, which has no agreed meaning.",
          hint: "Replace it by the character that was meant; icon fonts use this range.")
      },
    ]
    return mistakes.compactMap { $0 }
  }

  /// Whether U+E000–U+F8FF begins here, as bytes or as a numeric entity, which cmark decodes.
  private func isPrivateUse(at offset: Int) -> Bool {
    if bytes[offset] == 0xEE { return true }
    if bytes[offset] == 0xEF {
      return offset + 1 < bytes.count && (0x80...0xA3).contains(bytes[offset + 1])
    }
    guard bytes[offset] == UInt8(ascii: "&"), offset + 2 < bytes.count,
      bytes[offset + 1] == UInt8(ascii: "#")
    else { return false }
    let isHexadecimal = bytes[offset + 2] | 0x20 == UInt8(ascii: "x")
    let digits = bytes[(offset + (isHexadecimal ? 3 : 2))...].prefix(8).prefix { $0.isHexDigit }
    let value = UInt32(
      String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    guard let value else { return false }
    return (0xE000...0xF8FF).contains(value) || (value < 0x20 && UInt8(value).isControl)
  }

  private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
