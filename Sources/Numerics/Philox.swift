/// Philox4x32-10, the counter-based generator of Salmon et al., *Parallel Random Numbers: As Easy as
/// 1, 2, 3* (SC 2011): a pure function from a counter and a key to 128 random bits.
public enum Philox {
  /// Four random words for one counter and key.
  @inlinable
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    // Plain words: taking vectors apart in every round would cost four times as much.
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let a = UInt64(c0) &* 0xD251_1F53
      let b = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: b >> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: b)
      c2 = UInt32(truncatingIfNeeded: a >> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: a)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }

  /// The words of eight blocks, whose counters begin with `first`, `first` + 1, …, all at once; in the
  /// order of the blocks.
  @inlinable @inline(__always)
  public static func eightBlocks(
    first: Int, step: UInt64, key: SIMD2<UInt32>
  ) -> SIMD32<UInt32> {
    // A word in each 64-bit lane all along: to pack them in every round would cost more than they do.
    typealias Lanes = SIMD8<UInt64>
    let low = Lanes(repeating: 0xFFFF_FFFF)
    let places =
      Lanes(repeating: UInt64(truncatingIfNeeded: first)) &+ Lanes(0, 1, 2, 3, 4, 5, 6, 7)
    var (c0, c1) = (places & low, places &>> 32)
    var (c2, c3) = (Lanes(repeating: step & 0xFFFF_FFFF), Lanes(repeating: step >> 32))
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let a = (c0 & low) &* Lanes(repeating: 0xD251_1F53)
      let b = (c2 & low) &* Lanes(repeating: 0xCD9E_8D57)
      c0 = (b &>> 32) ^ c1 ^ Lanes(repeating: UInt64(k0))
      c1 = b & low
      c2 = (a &>> 32) ^ c3 ^ Lanes(repeating: UInt64(k1))
      c3 = a & low
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    var (even, odd, all) = (SIMD16<UInt32>(), SIMD16<UInt32>(), SIMD32<UInt32>())
    even.evenHalf = SIMD8<UInt32>(truncatingIfNeeded: c0)
    even.oddHalf = SIMD8<UInt32>(truncatingIfNeeded: c2)
    odd.evenHalf = SIMD8<UInt32>(truncatingIfNeeded: c1)
    odd.oddHalf = SIMD8<UInt32>(truncatingIfNeeded: c3)
    all.evenHalf = even
    all.oddHalf = odd
    return all
  }
}
