import Numerics

/// out = the mask of a dropout: 0 with probability p, `kept` otherwise, drawn independently from the
/// stream's bits in their order. `kept` is 1 / (1 − p) for inverted dropout and 1 for the standard form.
///
/// - Parameter firstBlock: How many blocks of four words of the stream to pass over, so that a part
///   of a large mask can be drawn again without the rest.
public func dropoutMask(
  _ random: RandomStream, p: Double, kept: Real, firstBlock: Int = 0,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  // A word below the threshold drops; 64 bits so that p = 1 drops all.
  let threshold = UInt64(p * 0x1p32)
  forEachWord(random, firstBlock: firstBlock, n) { i, word in
    out[i] = UInt64(word) < threshold ? 0 : kept
  }
}

/// Calls `body` with the places 0, 1, … n − 1 and the stream's words from a block on.
@inline(__always)
func forEachWord(
  _ random: RandomStream, firstBlock: Int = 0, _ n: Int, _ body: (Int, UInt32) -> Void
) {
  let whole = n / 4
  for block in 0..<whole {
    let words = random.block(firstBlock &+ block)
    let first = 4 &* block
    body(first, words[0])
    body(first &+ 1, words[1])
    body(first &+ 2, words[2])
    body(first &+ 3, words[3])
  }
  if 4 * whole < n {
    let words = random.block(firstBlock + whole)
    for i in 0..<n - 4 * whole { body(4 * whole + i, words[i]) }
  }
}

/// out = the mask of a Gaussian dropout: normal numbers of mean 1, from the stream in their order.
public func gaussianMask(
  _ random: RandomStream, standardDeviation: Double, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  var random = random
  for i in 0..<n { out[i] = Real(1 + standardDeviation * random.normal()) }
}

/// out = x + normal numbers of mean 0, from the stream in their order.
public func addNormalNoise(
  _ x: UnsafePointer<Real>, _ random: RandomStream, standardDeviation: Double,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  var random = random
  for i in 0..<n { out[i] = x[i] + Real(standardDeviation * random.normal()) }
}
