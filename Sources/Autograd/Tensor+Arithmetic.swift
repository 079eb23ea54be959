import Kernels
import Numerics

extension Tensor {
  /// The sum, element by element. A `b` of one dimension is added to every row of `a` (a bias).
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    if b.shape.rank == 1 && a.shape.rank > 1 { return a.addingRow(b) }
    requireSameShape(a, b, "+")
    let result = a.tape.append(
      .add, a.shape, a, b)
    add(a.value, b.value, into: result.value, a.shape.count)
    return result
  }

  /// The difference, element by element.
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    requireSameShape(a, b, "-")
    let result = a.tape.append(
      .subtract, a.shape, a, b)
    subtract(a.value, b.value, into: result.value, a.shape.count)
    return result
  }

  /// The product, element by element.
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    requireSameShape(a, b, "*")
    let result = a.tape.append(
      .multiply, a.shape, a, b)
    multiply(a.value, b.value, into: result.value, a.shape.count)
    return result
  }

  /// Every element times `factor`.
  public static func * (factor: Real, a: Tensor) -> Tensor {
    let result = a.tape.append(.scale, a.shape, a)
    result.withNode { $0.factor = factor }
    scale(a.value, by: factor, into: result.value, a.shape.count)
    return result
  }

  private func addingRow(_ row: Tensor) -> Tensor {
    require(
      row.shape[0] == shape.columns,
      "+ adds a row of \(shape.columns) numbers to \(shape), and got \(row.shape)")
    let result = tape.append(
      .addRow, shape, self, row)
    let out = result.value
    copyRow(row.value, into: out, rows: shape.rows, columns: shape.columns)
    add(value, out, into: out, shape.count)
    return result
  }
}

extension Tape {
  func addRowBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    addScaled(gradient, by: 1, into: input(node, 0), node.shape.count)
    if let row = input(node, 1).gradient {
      addColumnSums(gradient, into: row, rows: node.shape.rows, columns: node.shape.columns)
    }
  }

  func addBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    addScaled(gradient, by: 1, into: input(node, 0), node.shape.count)
    addScaled(gradient, by: 1, into: input(node, 1), node.shape.count)
  }

  func subtractBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    addScaled(gradient, by: 1, into: input(node, 0), node.shape.count)
    addScaled(gradient, by: -1, into: input(node, 1), node.shape.count)
  }

  func multiplyBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let a = input(node, 0)
    let b = input(node, 1)
    if let da = a.gradient { addProduct(gradient, b.value, into: da, node.shape.count) }
    if let db = b.gradient { addProduct(gradient, a.value, into: db, node.shape.count) }
  }

  func scaleBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    addScaled(gradient, by: node.factor, into: input(node, 0), node.shape.count)
  }

  /// The gradient of a node gets s times numbers, if it wants one.
  private func addScaled(
    _ x: UnsafePointer<Real>, by s: Real, into node: Node, _ n: Int
  ) {
    guard let (out, isFirst) = node.sink?.taken() else { return }
    Kernels.addScaled(x, by: s, into: out, isFirst: isFirst, n)
  }
}
