/// The name of a random stream, hashed once so that a training step makes no string.
public struct StreamName: Sendable, Hashable {
  let hash: UInt64

  /// A name; different names give streams that have nothing to do with each other.
  public init(_ name: String) {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.hash = hash
  }
}
