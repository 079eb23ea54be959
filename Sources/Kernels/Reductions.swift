// Sums in a fixed order: 32 lanes, lane l adds the elements l, l + 32, l + 64, …; then the lanes are
// added as a tree, halves first. The order is part of the definition and the same for every target.

/// The sum of n numbers.
public func sum(_ x: UnsafePointer<Real>, _ n: Int) -> Real {
  lanes(n) { x[$0] }
}

/// The sum of the squares of n numbers.
public func sumOfSquares(_ x: UnsafePointer<Real>, _ n: Int) -> Real {
  lanes(n) { x[$0] * x[$0] }
}

/// The sum of the absolute values of n numbers.
public func sumOfMagnitudes(_ x: UnsafePointer<Real>, _ n: Int) -> Real {
  lanes(n) { abs(x[$0]) }
}

/// The sum of the squared differences of n pairs.
public func sumOfSquaredDifferences(
  _ x: UnsafePointer<Real>, _ y: UnsafePointer<Real>, _ n: Int
) -> Real {
  lanes(n) { (x[$0] - y[$0]) * (x[$0] - y[$0]) }
}

@inline(__always)
private func lanes(_ n: Int, _ term: (Int) -> Real) -> Real {
  var total = InlineArray<32, Real>(repeating: 0)
  var i = 0
  while i + 32 <= n {
    for l in 0..<32 { total[l] += term(i + l) }
    i += 32
  }
  for l in 0..<(n - i) { total[l] += term(i + l) }
  var width = 16
  while width > 0 {
    for l in 0..<width { total[l] += total[l + width] }
    width /= 2
  }
  return total[0]
}
