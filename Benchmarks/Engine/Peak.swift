/// The most multiplications and additions a second that one core does, in 10⁹, measured: sixteen
/// independent sums in registers, the bound of everything that trains. It follows the
/// processor's clock: measure it where it is compared.
enum Peak {
  static var gigaflops: Double {
    let rounds = 20_000
    var sums = InlineArray<16, SIMD16<Float>>(repeating: SIMD16(repeating: 1))
    let timing = Timing {
      let factor = SIMD16<Float>(repeating: 0.9999)
      let addend = SIMD16<Float>(repeating: 0.0001)
      for _ in 0..<rounds {
        for i in 0..<16 { sums[i] = sums[i] * factor + addend }
      }
    }
    // Narrower targets split a vector, which changes nothing about the peak.
    precondition(sums[0][0] > 0)
    return Double(2 * 16 * 16 * rounds) / timing.minimum / 1000
  }
}
