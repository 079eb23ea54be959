import Kernels
import Numerics

/// The rows of a table at the positions that a tensor holds (PyTorch's `functional.embedding`).
///
/// - Parameters:
///   - positions: `[…]` whole numbers from 0 to vocabulary − 1; they have no gradient.
///   - weight: `[vocabulary, dimensions]`.
///   - mask: `[vocabulary]`, a factor for each row wherever it occurs (embedding dropout; Gal &
///     Ghahramani 2016, §4.2); nil for none.
/// - Returns: `[…, dimensions]`.
public func embedding(_ positions: Tensor, _ weight: Tensor, mask: Tensor? = nil) -> Tensor {
  require(
    weight.shape.rank == 2 && positions.shape.rank >= 1 && positions.shape.rank <= 3
      && positions.shape.count >= 1,
    "embedding takes positions [..., length] of at most three dimensions and a weight [vocabulary, dimensions], and got \(positions.shape) and \(weight.shape)"
  )
  let (vocabulary, dimensions) = (weight.shape[0], weight.shape[1])
  let (count, length) = (positions.shape.count, positions.shape.columns)
  let tape = positions.tape
  tape.requireMask(mask, Shape(vocabulary), "embedding")
  let rows = tape.state.pointee.arena.allocateLabels(count)
  let source = positions.value
  for i in 0..<count {
    let v = source[i]
    require(
      v >= 0 && v < Real(vocabulary) && v == v.rounded(.down),
      "embedding takes whole numbers from 0 to \(vocabulary - 1), and row \(i / length) has \(v) at position \(i % length)"
    )
    rows[i] = Int32(v)
  }
  let result = tape.append(
    .embedding, positions.shape.appending(dimensions), nil, weight, mask)
  result.withNode { $0.labels = UnsafePointer(rows) }
  gatherRows(
    weight.value, rows, factors: mask.map { UnsafePointer($0.value) }, into: result.value,
    rows: count, columns: dimensions)
  return result
}

extension Tape {
  func embeddingBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let table = input(node, 1).gradient, let rows = node.labels else { return }
    let mask = node.inputs[2] >= 0 ? UnsafePointer(input(node, 2).value) : nil
    scatterAddRows(
      gradient, rows, factors: mask, into: table, rows: node.shape.rows,
      columns: node.shape.columns)
  }
}

extension Shape {
  /// The shape with one more dimension inside the others, of which there are at most three.
  func appending(_ extent: Int) -> Shape {
    switch rank {
    case 0: Shape(extent)
    case 1: Shape(self[0], extent)
    case 2: Shape(self[0], self[1], extent)
    default: Shape(self[0], self[1], self[2], extent)
    }
  }
}
