internal import CTarget

/// What of the target the matrix products depend on. Only speed does.
enum Lanes {
  /// Whether a register holds 512 bits; folded by the compiler.
  static var wide: Bool { REGBOOK_SIMD_BITS == 512 }
  /// Whether a register holds 256 bits or more; folded by the compiler.
  static var medium: Bool { REGBOOK_SIMD_BITS >= 256 }

  /// Room for a part of a matrix, one for each thread, with whatever was there before.
  @inline(__always)
  static var panel: UnsafeMutablePointer<Real> {
    regbook_panel().assumingMemoryBound(to: Real.self)
  }
  /// How many numbers a panel has.
  static var panelCount: Int { Int(REGBOOK_PANEL_BYTES) / MemoryLayout<Real>.stride }
}
