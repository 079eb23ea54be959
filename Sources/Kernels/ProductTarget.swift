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
      copyRows(
        base + rows.lowerBound * row, row: row, into: out, row: width, rows: rows.count, count)
    case .row(let start):
      copyRows(start, row: 0, into: out, row: width, rows: rows.count, count)
    }
    return .sum
  }
}
