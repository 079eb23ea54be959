import Numerics

/// Some rows of a matrix turned into columns in a thread's panel: for short rows, whose own loops
/// would be too short for vectors. Every sum still runs over j = 0, 1, 2, ….
struct SoftmaxBlock {
  private typealias Vector = SIMD16<Real>

  /// How many rows are turned.
  let rows: Int
  let columns: Int
  /// The distance between two columns: whole vectors, whose last numbers mean nothing.
  let width: Int
  /// `columns` × `width` numbers.
  let z: UnsafeMutablePointer<Real>
  /// The sum of each row's powers.
  let total: UnsafeMutablePointer<Real>

  /// Does something with all rows of x, block by block; false where rows are too long for blocks.
  @inline(__always)
  static func forEach(
    _ x: UnsafePointer<Real>, rows: Int, columns: Int, _ body: (Int, SoftmaxBlock) -> Void
  ) -> Bool {
    let height = min(64, Lanes.panelCount / (columns + 1) & ~15)
    guard height > 0 && columns > 0 else { return false }
    for first in stride(from: 0, to: rows, by: height) {
      let block = SoftmaxBlock(rows: min(height, rows - first), columns: columns)
      transpose(
        x + first * columns, row: columns, into: block.z, row: block.width, rows: block.rows,
        columns: columns)
      body(first, block)
    }
    return true
  }

  private init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    width = (rows + 15) & ~15
    z = Lanes.panel
    total = z + width * columns
  }

  /// Makes the numbers of row i after its first i + 1 such that their powers are 0.
  func hideLater() {
    for j in 1..<columns {
      for i in 0..<min(j, rows) { z[j * width + i] = -.infinity }
    }
  }

  /// Subtracts each row's largest number from the row. Not-a-number need not be the largest: through the
  /// sum it is in every quotient anyway.
  func shift() {
    for i in stride(from: 0, to: width, by: Vector.scalarCount) {
      let z = z + i
      var top = Vector(at: z)
      for j in 1..<columns {
        let v = Vector(at: z + j * width)
        top.replace(with: v, where: v .> top)
      }
      for j in 0..<columns { (Vector(at: z + j * width) - top).store(at: z + j * width) }
    }
  }

  /// Replaces the numbers by their powers of e and adds each row's up.
  func exponentiate() {
    evaluate(Exponential.self, width * columns, of: { z[$0] }, into: z)
    for i in stride(from: 0, to: width, by: Vector.scalarCount) {
      var sum = Vector()
      for j in 0..<columns { sum += Vector(at: z + j * width + i) }
      sum.store(at: total + i)
    }
  }

  /// Divides each row by its sum and writes it into a row of `out`.
  func divide(into out: UnsafeMutablePointer<Real>) {
    for i in stride(from: 0, to: width, by: Vector.scalarCount) {
      let z = z + i
      let sum = Vector(at: total + i)
      for j in 0..<columns { (Vector(at: z + j * width) / sum).store(at: z + j * width) }
    }
    transpose(z, row: width, into: out, row: columns, rows: columns, columns: rows)
  }
}
