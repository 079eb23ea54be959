import Lab
import Testing

@Suite struct RandomTests {
  /// The known answers that ship with Random123 (kat_vectors, philox4x32-10).
  static let knownAnswers: [(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, out: SIMD4<UInt32>)] = [
    (
      SIMD4(repeating: 0), SIMD2(repeating: 0),
      SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD4(repeating: .max), SIMD2(repeating: .max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ]

  @Test(arguments: 0..<3)
  func philoxGivesTheKnownAnswers(_ i: Int) {
    let known = Self.knownAnswers[i]
    #expect(Philox.block(counter: known.counter, key: known.key) == known.out)
  }

  /// The numbers are those of `References/random_streams.py`.
  @Test func streamsAreTheSameForEver() {
    var weights = RandomStream(seed: 1, "weights")
    #expect(
      (0..<6).map { _ in weights.bits() } == [
        2_289_456_326, 1_048_177_137, 114_362_103, 753_203_701, 3_754_729_069, 3_676_931_866,
      ])
    var noise = RandomStream(seed: -3, "noise", step: 7)
    #expect(
      (0..<6).map { _ in noise.bits() } == [
        1_341_370_620, 753_932_629, 1_893_588_854, 793_413_541, 1_053_762_317, 1_828_952_939,
      ])
  }

  /// A stream's blocks can be had anywhere.
  @Test(arguments: [0, 3, 0xFFFF_FFFA, 0xFFFF_FFFF])
  func blocksCanBeHadAnywhere(_ first: Int) {
    let random = RandomStream(seed: 5, "blocks", step: 0x1_2345_6789)
    for block in 0..<8 {
      let one = random.block(first + block)
      let counter = UInt64(first + block)
      let counters = SIMD4(
        UInt32(truncatingIfNeeded: counter), UInt32(counter >> 32), 0x2345_6789, 1)
      #expect(one == Philox.block(counter: counters, key: random.key))
    }
    let again = RandomStream(key: random.key, step: random.step)
    #expect(again.block(first) == random.block(first))
  }

  @Test func streamsDoNotDisturbEachOther() {
    var a = RandomStream(seed: 1, "weights")
    var noise = RandomStream(seed: 1, "noise")
    var b = RandomStream(seed: 1, "weights")
    for _ in 0..<100 {
      _ = noise.normal()
      #expect(a.bits() == b.bits())
    }
    let other = RandomStream(seed: 2, "weights")
    let again = RandomStream(seed: 1, "weights", step: 1)
    for var stream in [other, again] {
      var reference = RandomStream(seed: 1, "weights")
      #expect((0..<8).map { _ in stream.bits() } != (0..<8).map { _ in reference.bits() })
    }
  }

  @Test func momentsOfUniformAndNormal() {
    var random = RandomStream(seed: 7, "moments")
    let n = 100_000
    let uniform = Vector((0..<n).map { _ in random.uniform() })
    let normal = Vector((0..<n).map { _ in random.normal() })
    // Five standard errors of the mean and of the second moment.
    #expect(abs(uniform.mean - 0.5) < 5 * (1.0 / 12 / Double(n)).squareRoot())
    #expect(uniform.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(normal.mean) < 5 / Double(n).squareRoot())
    #expect(abs(normal.dot(normal) / Double(n) - 1) < 5 * (2 / Double(n)).squareRoot())
  }

  @Test func integersAreEquallyLikely() {
    var random = RandomStream(seed: 3, "integers")
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[random.integer(below: 6)] += 1 }
    // Five standard deviations of a binomial count.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 457 })
  }

  @Test(arguments: [0, 1, 2, 10, 1000])
  func permutationsHoldEveryNumber(_ n: Int) {
    var random = RandomStream(seed: n, "permutation")
    let order = random.permutation(n)
    #expect(order.sorted() == Array(0..<n))
    if n == 1000 { #expect(order != Array(0..<n)) }
  }
}
