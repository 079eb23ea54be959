/// Counts what a process prints and keeps all of it up to the limit.
struct OutputTail {
  private let limit: Int
  private var bytes: [UInt8] = []
  /// Whether it printed more than the limit.
  private(set) var isOverLimit = false

  init(limit: Int) { self.limit = limit }

  mutating func append(_ part: UnsafeRawBufferPointer) {
    isOverLimit = isOverLimit || bytes.count + part.count > limit
    bytes += part.prefix(limit - bytes.count)
  }

  /// What was printed.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
