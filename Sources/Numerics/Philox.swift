/// Philox4x32-10, the counter-based generator of Salmon et al., *Parallel Random Numbers: As Easy as
/// 1, 2, 3* (SC 2011): a pure function from a counter and a key to 128 random bits.
public enum Philox {
  /// Four random words for one counter and key.
  @inlinable @inline(__always)
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    // Plain words, each in 64 bits for the products, and rounds written out: so a loop over counters
    // becomes vector instructions.
    var words = (UInt64(counter[0]), UInt64(counter[1]), UInt64(counter[2]), UInt64(counter[3]))
    let (k0, k1) = (key[0], key[1])
    mix(&words, k0, k1)
    mix(&words, k0 &+ 0x9E37_79B9, k1 &+ 0xBB67_AE85)
    mix(&words, k0 &+ 0x3C6E_F372, k1 &+ 0x76CF_5D0A)
    mix(&words, k0 &+ 0xDAA6_6D2B, k1 &+ 0x3237_0B8F)
    mix(&words, k0 &+ 0x78DD_E6E4, k1 &+ 0xED9E_BA14)
    mix(&words, k0 &+ 0x1715_609D, k1 &+ 0xA906_6899)
    mix(&words, k0 &+ 0xB54C_DA56, k1 &+ 0x646E_171E)
    mix(&words, k0 &+ 0x5384_540F, k1 &+ 0x1FD5_C5A3)
    mix(&words, k0 &+ 0xF1BB_CDC8, k1 &+ 0xDB3D_7428)
    mix(&words, k0 &+ 0x8FF3_4781, k1 &+ 0x96A5_22AD)
    return SIMD4(
      UInt32(truncatingIfNeeded: words.0), UInt32(truncatingIfNeeded: words.1),
      UInt32(truncatingIfNeeded: words.2), UInt32(truncatingIfNeeded: words.3))
  }

  /// A round: two products, whose halves change places. The keys of the rounds are multiples of
  /// 2³² divided by the golden ratio and times √3 − 1.
  @inlinable @inline(__always)
  static func mix(_ c: inout (UInt64, UInt64, UInt64, UInt64), _ k0: UInt32, _ k1: UInt32) {
    let a = c.0 &* 0xD251_1F53
    let b = c.2 &* 0xCD9E_8D57
    let low: UInt64 = 0xFFFF_FFFF
    c = (b >> 32 ^ c.1 ^ UInt64(k0), b & low, a >> 32 ^ c.3 ^ UInt64(k1), a & low)
  }
}
