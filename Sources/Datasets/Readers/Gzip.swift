internal import CZlib
import Numerics

/// The gzip format (RFC 1952), expanded by the system's zlib.
enum Gzip {
  /// Whether a file begins with gzip's magic, 1f 8b.
  static func isMagic(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// What a file expands to. Its parts follow one another, as `gzip -d` has it.
  ///
  /// A file that is cut off or damaged is refused, and so is one that expands to more than `limit`
  /// bytes: it is expanded 64 KiB at a time, so that a small file cannot take all memory.
  static func expanded(_ bytes: [UInt8], path: String, limit: Int) -> [UInt8] {
    var state = Gunzip()
    require(gunzipBegin(&state) != 0, "zlib could not be started")
    defer { gunzipEnd(&state) }
    var expanded: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var rest = bytes[...]
    while !rest.isEmpty {
      let status = rest.withUnsafeBufferPointer {
        gunzipStep(&state, $0.baseAddress, $0.count, &chunk, chunk.count)
      }
      rest = rest.dropFirst(state.taken)
      require(
        expanded.count + state.made <= limit,
        "\(path) expands to more than \(limit) bytes, and no more are read")
      expanded += chunk[..<state.made]
      if Int(status) == GUNZIP_DAMAGED {
        refuse("\(path) is damaged: \(damage(state, read: bytes[..<rest.startIndex]))")
      }
      guard Int(status) == GUNZIP_PART_ENDED else { continue }
      if rest.isEmpty { return expanded }
      require(
        isMagic(rest),
        "\(path) has \(rest.count) bytes after the end of its gzip data, and none was expected")
    }
    refuse(
      "\(path) is cut off: its gzip data should go on after \(bytes.count) bytes, and the file ends there"
    )
  }

  /// What zlib found wrong, with both numbers where a sum does not fit.
  private static func damage(_ state: Gunzip, read: ArraySlice<UInt8>) -> String {
    let reason = String(cString: state.problem)
    let stored = read.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    switch reason {
    case "incorrect data check":
      let found = String(state.checksum, radix: 16)
      return
        "its checksum is said to be \(String(stored, radix: 16)), and its contents have \(found)"
    case "incorrect length check":
      return
        "its contents are said to have \(stored) bytes (modulo 2³²), and they have \(state.length)"
    default: return "zlib says \"\(reason)\" near byte \(read.count)"
    }
  }
}
