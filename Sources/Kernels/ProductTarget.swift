/// What the sums of a product begin with.
public enum ProductStart {
  /// Nothing: c = a · b, whatever c held.
  case zero
  /// What c holds: c += a · b.
  case sum
  /// A row of n numbers, the same for every row of c: a bias.
  case row(UnsafePointer<Real>)
}

/// Where a product goes: rows at a distance of `row` numbers, and what their sums begin with.
struct ProductTarget {
  let base: UnsafeMutablePointer<Real>
  let row: Int
  let start: ProductStart

  /// The columns from j on.
  @inline(__always)
  func columns(from j: Int) -> ProductTarget {
    guard case .row(let row) = start else {
      return ProductTarget(base: base + j, row: self.row, start: start)
    }
    return ProductTarget(base: base + j, row: self.row, start: .row(row + j))
  }

  /// The same place for a later part of k.
  var continued: ProductTarget { ProductTarget(base: base, row: row, start: .sum) }

  /// Copies what `count` numbers of some rows begin with into wider rows, and says what sums there
  /// begin with.
  @inline(__always)
  func copy(
    _ rows: Range<Int>, _ count: Int, into out: UnsafeMutablePointer<Real>, row width: Int
  ) -> ProductStart {
    switch start {
    case .zero: return .zero
    case .sum:
      for i in rows { copyFew(base + i * row, into: out + (i - rows.lowerBound) * width, count) }
    case .row(let row):
      for i in 0..<rows.count { copyFew(row, into: out + i * width, count) }
    }
    return .sum
  }
}

/// Copies a few numbers, without the call that a copy of unknown length is.
@inline(__always)
func copyFew(_ from: UnsafePointer<Real>, into to: UnsafeMutablePointer<Real>, _ count: Int) {
  var done = 0
  while done + 8 <= count {
    SIMD8(at: from + done).store(at: to + done)
    done += 8
  }
  if count & 4 != 0 {
    SIMD4(at: from + done).store(at: to + done)
    done += 4
  }
  if count & 2 != 0 {
    SIMD2(at: from + done).store(at: to + done)
    done += 2
  }
  if count & 1 != 0 { to[done] = from[done] }
}
