import Numerics

/// Writes f of n numbers, of which each may be written where it is read.
///
/// A power of e is one chain of twenty operations, longer than a processor looks ahead. Loops over
/// parts of it, for as many numbers as stay in the first cache, find the next numbers' work in time.
@inline(__always)
func evaluate<Formula: PowerFormula>(
  _: Formula.Type, _ n: Int, of input: (Int) -> Float, into out: UnsafeMutablePointer<Float>
) {
  // More than 1,024 bytes would come from the heap.
  let block = 80
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * block) { room in
    let r = room.baseAddress!
    let (shifted, head) = (r + block, r + 2 * block)
    for first in stride(from: 0, to: n, by: block) {
      let count = min(block, n - first)
      for i in 0..<count {
        let reduced = ReducedExponent(Formula.exponent(input(first &+ i)))
        r[i] = reduced.r
        shifted[i] = reduced.shifted
      }
      for i in 0..<count { head[i] = ReducedExponent(r: r[i], shifted: 0).head }
      for i in 0..<count {
        let power = ReducedExponent(r: r[i], shifted: shifted[i]).power(head[i])
        out[first &+ i] = Formula.value(input(first &+ i), power)
      }
    }
  }
}

/// Writes f of n numbers in double precision, one by one.
@inline(__always)
func evaluate<Formula: PowerFormula>(
  _: Formula.Type, _ n: Int, of input: (Int) -> Double, into out: UnsafeMutablePointer<Double>
) {
  for i in 0..<n { out[i] = Formula.value(input(i)) }
}
