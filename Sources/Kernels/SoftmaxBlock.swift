import Numerics

/// Some rows of a matrix turned into columns in a thread's panel: for short rows, whose own loops
/// would be too short for vectors. Every sum still runs over j = 0, 1, 2, ….
struct SoftmaxBlock {
  /// How many rows are turned.
  let rows: Int
  let columns: Int
  /// `columns` × `rows` numbers.
  let z: UnsafeMutablePointer<Real>
  /// The largest number of each row.
  let top: UnsafeMutablePointer<Real>
  /// The sum of each row's powers.
  let total: UnsafeMutablePointer<Real>

  /// Does something with all rows of x, block by block; false where rows are too long for blocks.
  @inline(__always)
  static func forEach(
    _ x: UnsafePointer<Real>, rows: Int, columns: Int, _ body: (Int, SoftmaxBlock) -> Void
  ) -> Bool {
    let height = min(rows, 64, columns == 0 ? 0 : Lanes.panelCount / columns - 2)
    guard height >= min(rows, 16) else { return false }
    for first in stride(from: 0, to: rows, by: max(height, 1)) {
      let block = SoftmaxBlock(rows: min(height, rows - first), columns: columns)
      transpose(x + first * columns, into: block.z, rows: block.rows, columns: columns)
      body(first, block)
    }
    return true
  }

  private init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    z = Lanes.panel
    top = z + rows * columns
    total = top + rows
  }

  /// Subtracts each row's largest number from the row; row i has numbers from `first(j)` on only.
  func shift(causal: Bool = false) {
    for i in 0..<rows { top[i] = z[i] }
    for j in 1..<max(columns, 1) {
      let column = z + j * rows
      for i in (causal ? j : 0)..<rows {
        let v = column[i]
        let t = top[i]
        top[i] = v > t || v != v ? v : t
      }
    }
    for j in 0..<columns {
      let column = z + j * rows
      for i in 0..<rows { column[i] = column[i] - top[i] }
    }
  }

  /// Replaces the numbers by their powers of e and adds each row's up.
  func exponentiate(causal: Bool = false) {
    for i in 0..<rows * columns { z[i] = exp(z[i]) }
    for i in 0..<rows { total[i] = 0 }
    for j in 0..<columns {
      let column = z + j * rows
      for i in (causal ? j : 0)..<rows { total[i] += column[i] }
    }
  }

  /// Divides each row by its sum and writes it into a row of `out`.
  func divide(into out: UnsafeMutablePointer<Real>) {
    for j in 0..<columns {
      let column = z + j * rows
      for i in 0..<rows { column[i] = column[i] / total[i] }
    }
    transpose(z, into: out, rows: columns, columns: rows)
  }
}
