/// A stream of random numbers with a name.
///
/// The key is made of the seed and the name, the counter of a step and a position, so streams do not
/// disturb each other: code that draws more from `"dropout"` changes no weight drawn from `"weights"`.
/// ```swift
/// var random = RandomStream(seed: seed, "noise")
/// let y = x + random.normal()
/// ```
public struct RandomStream: Sendable {
  /// The key of the generator.
  public let key: SIMD2<UInt32>
  /// The high half of the generator's counter.
  public let step: UInt64
  private var position = 0
  private var word = 4
  private var words = SIMD4<UInt32>()
  private var spareNormal: Double?

  /// Creates the stream `name` of `seed` at a step (0 by default).
  public init(seed: Int, _ name: String, step: Int = 0) {
    self.init(seed: seed, StreamName(name), step: step)
  }

  /// Creates the stream with a name that was made before.
  public init(seed: Int, _ name: StreamName, step: Int = 0) {
    // The hash mixed with the seed by the finaliser of SplitMix64.
    var z = name.hash &+ UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    z ^= z >> 31
    self.key = SIMD2(UInt32(truncatingIfNeeded: z), UInt32(truncatingIfNeeded: z >> 32))
    self.step = UInt64(bitPattern: Int64(step))
  }

  /// Creates the stream of a key and a step that another stream had, at its beginning: so that what
  /// was drawn can be drawn again instead of being kept.
  public init(key: SIMD2<UInt32>, step: UInt64) {
    self.key = key
    self.step = step
  }

  /// The words 4 · `index` to 4 · `index` + 3 of the stream, wherever it stands.
  @inlinable @inline(__always)
  public func block(_ index: Int) -> SIMD4<UInt32> {
    Philox.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32),
        UInt32(truncatingIfNeeded: step), UInt32(truncatingIfNeeded: step >> 32)), key: key)
  }

  /// The next 32 random bits.
  public mutating func bits() -> UInt32 {
    if word == 4 {
      words = block(position)
      position += 1
      word = 0
    }
    defer { word += 1 }
    return words[word]
  }

  /// A number in 0..<1 with 53 random bits.
  public mutating func uniform() -> Double {
    let high = UInt64(bits())
    let low = UInt64(bits())
    return Double((high << 21) ^ (low >> 11)) * 0x1p-53
  }

  /// A number between two bounds, the lower one included, the upper one only by rounding.
  public mutating func uniform(in range: Range<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A normal number of mean 0 and variance 1 (Box & Muller 1958).
  public mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let radius = (-2 * log(1 - uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    spareNormal = radius * sin(angle)
    return radius * cos(angle)
  }

  /// A whole number in 0..<bound, each equally likely (Lemire 2019). `bound` is at least 1.
  public mutating func integer(below bound: Int) -> Int {
    require(bound >= 1 && bound <= 1 << 31, "a random integer below \(bound) does not exist")
    let n = UInt64(bound)
    var product = UInt64(bits()) * n
    if UInt32(truncatingIfNeeded: product) < UInt32(n) {
      let rejected = UInt32((UInt64(1) << 32) % n)
      while UInt32(truncatingIfNeeded: product) < rejected { product = UInt64(bits()) * n }
    }
    return Int(product >> 32)
  }

  /// The numbers 0..<count in random order (Fisher & Yates).
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, integer(below: i + 1)) }
    return order
  }
}
