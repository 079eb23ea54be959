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
private func forEachWord(
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

/// out = 1 with the probability σ(alpha · z + beta) and 0 otherwise, a word of the stream each.
public func standoutMask(
  _ random: RandomStream, _ z: UnsafePointer<Real>, alpha: Real, beta: Real,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  logistic(z, alpha: alpha, beta: beta, into: out, n)
  forEachWord(random, n) { i, word in
    out[i] = Double(word) < Double(out[i]) * 0x1p32 ? 1 : 0
  }
}

/// out = σ(alpha · z + beta), the logistic function.
public func logistic(
  _ z: UnsafePointer<Real>, alpha: Real, beta: Real, into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] = sigmoid(alpha * z[i] + beta) }
}

/// out += gradient · x · alpha q (1 − q): what x · σ(alpha · z + beta) owes to z, with q = σ(…).
public func addLogisticGradient(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, _ q: UnsafePointer<Real>, alpha: Real,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  for i in 0..<n { out[i] += gradient[i] * (x[i] * (alpha * (q[i] * (1 - q[i])))) }
}

/// out = x + normal numbers of mean 0, from the stream in their order.
public func addNormalNoise(
  _ x: UnsafePointer<Real>, _ random: RandomStream, standardDeviation: Double,
  into out: UnsafeMutablePointer<Real>, _ n: Int
) {
  var random = random
  for i in 0..<n { out[i] = x[i] + Real(standardDeviation * random.normal()) }
}

/// How the numbers of an array share those of a mask: the array is `groups` × `repeats` × `width`,
/// the mask `groups` × `width`, and all repeats of a group see the same row of it.
public struct MaskLayout {
  /// How many rows the mask has.
  public let groups: Int
  /// How many rows of the array share one of the mask.
  public let repeats: Int
  /// The length of a row.
  public let width: Int

  /// How many numbers the mask has.
  public var maskCount: Int { groups * width }

  /// A layout of `groups` × `repeats` × `width` numbers.
  public init(groups: Int, repeats: Int, width: Int) {
    self.groups = groups
    self.repeats = repeats
    self.width = width
  }
}

/// out = x · mask
public func multiply(
  _ x: UnsafePointer<Real>, mask: UnsafePointer<Real>, _ layout: MaskLayout,
  into out: UnsafeMutablePointer<Real>
) {
  let (repeats, width) = (layout.repeats, layout.width)
  for group in 0..<layout.groups {
    let first = group * repeats * width
    // One number for the whole group: let the repeats be the inner loop.
    if width == 1 {
      scale(x + first, by: mask[group], into: out + first, repeats)
      continue
    }
    for i in 0..<repeats {
      let row = first + i * width
      multiply(x + row, mask + group * width, into: out + row, width)
    }
  }
}

/// out += gradient · mask
public func addProduct(
  _ gradient: UnsafePointer<Real>, mask: UnsafePointer<Real>, _ layout: MaskLayout,
  into out: UnsafeMutablePointer<Real>
) {
  let (repeats, width) = (layout.repeats, layout.width)
  for group in 0..<layout.groups {
    let first = group * repeats * width
    if width == 1 {
      addScaled(gradient + first, by: mask[group], into: out + first, repeats)
      continue
    }
    for i in 0..<repeats {
      let row = first + i * width
      addProduct(gradient + row, mask + group * width, into: out + row, width)
    }
  }
}
