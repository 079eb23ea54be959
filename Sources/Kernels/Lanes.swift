internal import CTarget

/// The vector that the target's matrix products are made of: two registers wide, so that one row of
/// a tile hides the latency of an addition. Only speed depends on it.
enum Lanes {
  /// Whether a register holds 512 bits; folded by the compiler.
  static var wide: Bool { REGBOOK_SIMD_BITS == 512 }
  /// Whether a register holds 256 bits or more; folded by the compiler.
  static var medium: Bool { REGBOOK_SIMD_BITS >= 256 }
}
