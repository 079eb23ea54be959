internal import CZlib
import Numerics

/// The gzip format (RFC 1952), expanded by the system's zlib.
enum Gzip {
  /// Whether a file begins with gzip's magic, 1f 8b.
  static func isMagic(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// What a file expands to. Its parts follow one another, as `gzip -d` has it.
  ///
  /// A file that is cut off or damaged is refused, and so is one that expands to more than `limit`
  /// bytes: it is expanded 64 KiB at a time, so that a small file cannot take all memory.
  static func expanded(_ bytes: [UInt8], path: String, limit: Int) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    // 15 bits of window, and 16 more for gzip's header and checksum.
    require(
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, size) == Z_OK, "zlib could not be started")
    defer { inflateEnd(&stream) }
    var expanded: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var rest = bytes[...]
    while !rest.isEmpty {
      let (status, taken, made) = step(&stream, rest, into: &chunk)
      rest = rest.dropFirst(taken)
      require(
        expanded.count + made <= limit,
        "\(path) expands to more than \(limit) bytes, and no more are read")
      expanded += chunk[..<made]
      switch status {
      case Z_STREAM_END where rest.isEmpty: return expanded
      case Z_STREAM_END:
        require(
          isMagic(Array(rest.prefix(2))),
          "\(path) has \(rest.count) bytes after the end of its gzip data, and none was expected")
        inflateReset(&stream)
      case Z_OK, Z_BUF_ERROR: continue
      default: refuse("\(path) is damaged: \(damage(stream, read: bytes[..<rest.startIndex]))")
      }
    }
    refuse(
      "\(path) is cut off: its gzip data should go on after \(bytes.count) bytes, and the file ends there"
    )
  }

  /// One call of inflate: its status, how many bytes it took and how many it made.
  private static func step(
    _ stream: inout z_stream, _ input: ArraySlice<UInt8>, into chunk: inout [UInt8]
  ) -> (status: Int32, taken: Int, made: Int) {
    input.withUnsafeBufferPointer { source in
      chunk.withUnsafeMutableBufferPointer { target in
        let given = min(source.count, 1 << 30)
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(given)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        return (status, given - Int(stream.avail_in), target.count - Int(stream.avail_out))
      }
    }
  }

  /// What zlib found wrong, with both numbers where a sum does not fit.
  private static func damage(_ stream: z_stream, read: ArraySlice<UInt8>) -> String {
    let reason = stream.msg.map { String(cString: $0) } ?? "the data make no sense"
    let stored = read.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    switch reason {
    case "incorrect data check":
      let found = UInt32(truncatingIfNeeded: stream.adler)
      return
        "its checksum is said to be \(String(stored, radix: 16)), and its contents have \(String(found, radix: 16))"
    case "incorrect length check":
      return
        "its contents are said to have \(stored) bytes (modulo 2³²), and they have \(stream.total_out)"
    default: return "zlib says \"\(reason)\" near byte \(read.count)"
    }
  }
}
