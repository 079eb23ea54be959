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
  var done = 0
  while done + 32 <= n {
    withUnsafeBytes(of: random.eightBlocks(firstBlock + done / 4)) { bytes in
      let words = bytes.baseAddress!.assumingMemoryBound(to: UInt32.self)
      for i in 0..<32 { body(done + i, words[i]) }
    }
    done += 32
  }
  while done < n {
    let words = random.block(firstBlock + done / 4)
    for i in 0..<min(4, n - done) { body(done + i, words[i]) }
    done += 4
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
