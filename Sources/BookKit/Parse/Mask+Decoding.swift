extension Mask {
  /// A piece of masked text.
  enum Segment: Equatable {
    case text(String)
    case placeholder(Placeholder)
  }

  /// Splits text that came back from cmark at its placeholders.
  func segments(of text: String) -> [Segment] {
    let bytes = Array(text.utf8)
    var segments: [Segment] = []
    var start = 0
    var place = 0
    func flush() {
      guard start < place else { return }
      segments.append(.text(String(decoding: bytes[start..<place], as: UTF8.self)))
    }
    while place < bytes.count {
      guard let placeholder = placeholder(at: place, in: bytes) else {
        place += 1
        continue
      }
      flush()
      segments.append(.placeholder(placeholder))
      place = min(bytes.count, place + placeholder.pieces[0].count)
      start = place
    }
    flush()
    return segments
  }

  /// The source of text that cmark took literally: code, HTML, a link's address.
  func restored(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isMasked = bytes.indices.contains {
      bytes[$0] == Self.hardBreak || placeholder(at: $0, in: bytes) != nil
    }
    guard isMasked else { return text }
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard let placeholder = placeholder(at: place, in: bytes) else {
        result.append(bytes[place] == Self.hardBreak ? .backslash : bytes[place])
        place += 1
        continue
      }
      for (index, piece) in placeholder.pieces.enumerated() {
        // Between two lines of a formula stand only a line end and what precedes text on a line.
        while index > 0, place < bytes.count, bytes[place] != Self.filler {
          result.append(bytes[place])
          place += 1
        }
        result += source.bytes[piece]
        place += piece.count
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The placeholder whose mark begins here.
  private func placeholder(at place: Int, in bytes: [UInt8]) -> Placeholder? {
    let byte = bytes[place]
    if byte == 0xEE || byte == 0xEF, place + 2 < bytes.count {
      let scalar =
        Int(byte & 0x0F) << 12 | Int(bytes[place + 1] & 0x3F) << 6 | Int(bytes[place + 2] & 0x3F)
      let index = scalar - 0xE000
      return long.indices.contains(index) ? long[index] : nil
    }
    guard byte.isControl, place + 1 < bytes.count,
      let high = Self.controls.firstIndex(of: byte),
      let low = Self.controls.firstIndex(of: bytes[place + 1])
    else { return nil }
    let index = high * Self.controls.count + low
    return short.indices.contains(index) ? short[index] : nil
  }
}
