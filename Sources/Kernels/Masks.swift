import Numerics

/// out = the mask of a dropout: 0 with probability p, `kept` otherwise, drawn independently from the
/// stream's bits in their order. `kept` is 1 / (1 − p) for inverted dropout and 1 for the standard form.
public func dropoutMask(
  _ random: RandomStream, p: Double, kept: Real, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  // A word below the threshold drops; 64 bits so that p = 1 drops all.
  let threshold = UInt64(p * 0x1p32)
  let (low, high) = (
    UInt32(truncatingIfNeeded: random.step), UInt32(truncatingIfNeeded: random.step >> 32)
  )
  for block in 0..<(n + 3) / 4 {
    let words = Philox.block(
      counter: SIMD4(UInt32(truncatingIfNeeded: block), 0, low, high), key: random.key)
    for i in 0..<min(4, n - 4 * block) {
      out[4 * block + i] = UInt64(words[i]) < threshold ? 0 : kept
    }
  }
}
