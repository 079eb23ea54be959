import Kernels

/// The heads of an attention, one after the other: each is copied into small matrices, multiplied,
/// and copied back.
struct AttentionHeads {
  private let node: Node
  private let tape: Tape
  private let batch: Int
  private let time: Int
  private let keys: Int
  private let heads: Int
  /// A head's dimensions.
  private let size: Int
  private let causal: Bool
  private let renormalized: Bool
  /// Queries, keys and values: where they begin, and the length of their rows.
  private let operands: (q: Operand, k: Operand, v: Operand)

  private struct Operand {
    let value: UnsafeMutablePointer<Real>
    let gradient: UnsafeMutablePointer<Real>?
    let row: Int

    init(_ node: Node, offset: Int) {
      value = node.value + offset
      gradient = node.gradient.map { $0 + offset }
      row = node.shape.columns
    }
  }

  init(_ node: Node, on tape: Tape) {
    self.node = node
    self.tape = tape
    (batch, time, heads) = (node.shape[0], node.shape[1], Int(node.sizes[0]))
    keys = Int(node.sizes[1])
    size = node.shape[2] / heads
    causal = node.sizes[2] == 1
    renormalized = node.sizes[4] == 1
    let offset = node.sizes[3] == 1 ? node.shape[2] : 0
    operands = (
      Operand(tape.input(node, 0), offset: 0), Operand(tape.input(node, 1), offset: offset),
      Operand(tape.input(node, 2), offset: 2 * offset)
    )
  }

  private var scale: Real { 1 / Real(size).squareRoot() }

  private func room(_ count: Int) -> UnsafeMutablePointer<Real> {
    tape.state.pointee.arena.allocate(count)
  }

  func forward(mask: UnsafeMutablePointer<Real>?) {
    let (q, k, v) = operands
    let (block, transposed) = (room(keys * size), room(keys * size))
    let product = room(time * size)
    let dropped = mask == nil ? nil : room(time * keys)
    for b in 0..<batch {
      for h in 0..<heads {
        let column = h * size
        let weights = node.saved! + (b * heads + h) * time * keys
        copyBlock(
          k.value + b * keys * k.row + column, row: k.row, into: block, rows: keys, columns: size)
        transpose(block, into: transposed, rows: keys, columns: size)
        weights.update(repeating: 0, count: time * keys)
        multiplyAdd(
          Strided(q.value + b * time * q.row + column, row: q.row), transposed, into: weights,
          m: time, k: size, n: keys)
        softmaxOfScores(weights, scale: scale, causal: causal, rows: time, columns: keys)
        var used = weights
        if let mask, let dropped {
          dropWeights(
            weights, mask + (b * heads + h) * time * keys, renormalized: renormalized,
            into: dropped, rows: time, columns: keys)
          used = dropped
        }
        copyBlock(
          v.value + b * keys * v.row + column, row: v.row, into: block, rows: keys, columns: size)
        product.update(repeating: 0, count: time * size)
        multiplyAdd(Strided(used, row: keys), block, into: product, m: time, k: keys, n: size)
        let row = node.shape[2]
        let out = node.value + b * time * row + column
        for t in 0..<time { (out + t * row).update(from: product + t * size, count: size) }
      }
    }
  }

  func backward(_ gradient: UnsafeMutablePointer<Real>, mask: UnsafeMutablePointer<Real>?) {
    let (q, k, v) = operands
    let row = node.shape[2]
    let (dOut, block, transposed) = (
      room(time * size), room(max(time, keys) * size), room(keys * size)
    )
    let (dWeights, scratch) = (room(time * keys), room(keys))
    let dropped = mask == nil ? nil : room(time * keys)
    let product = room(max(time, keys) * size)
    for b in 0..<batch {
      for h in 0..<heads {
        let column = h * size
        let weights = node.saved! + (b * heads + h) * time * keys
        let factors = mask.map { $0 + (b * heads + h) * time * keys }
        copyBlock(
          gradient + b * time * row + column, row: row, into: dOut, rows: time, columns: size)
        if let dv = v.gradient {
          var used = weights
          if let factors, let dropped {
            dropWeights(
              weights, factors, renormalized: renormalized, into: dropped, rows: time,
              columns: keys)
            used = dropped
          }
          product.update(repeating: 0, count: keys * size)
          multiplyAdd(
            Strided(used, row: 1, column: keys), dOut, into: product, m: keys, k: time, n: size)
          addBlock(
            product, into: dv + b * keys * v.row + column, row: v.row, rows: keys, columns: size)
        }
        guard q.gradient != nil || k.gradient != nil else { continue }
        copyBlock(
          v.value + b * keys * v.row + column, row: v.row, into: block, rows: keys, columns: size)
        transpose(block, into: transposed, rows: keys, columns: size)
        dWeights.update(repeating: 0, count: time * keys)
        multiplyAdd(Strided(dOut, row: size), transposed, into: dWeights, m: time, k: size, n: keys)
        if let factors {
          dropWeightsBackward(
            dWeights, weights: weights, factors, renormalized: renormalized, scratch: scratch,
            rows: time, columns: keys)
        }
        softmaxOfScoresBackward(dWeights, weights, scale: scale, rows: time, columns: keys)
        if let dq = q.gradient {
          copyBlock(
            k.value + b * keys * k.row + column, row: k.row, into: block, rows: keys, columns: size)
          product.update(repeating: 0, count: time * size)
          multiplyAdd(Strided(dWeights, row: keys), block, into: product, m: time, k: keys, n: size)
          addBlock(
            product, into: dq + b * time * q.row + column, row: q.row, rows: time, columns: size)
        }
        if let dk = k.gradient {
          copyBlock(
            q.value + b * time * q.row + column, row: q.row, into: block, rows: time, columns: size)
          product.update(repeating: 0, count: keys * size)
          multiplyAdd(
            Strided(dWeights, row: 1, column: keys), block, into: product, m: keys, k: time, n: size
          )
          addBlock(
            product, into: dk + b * keys * k.row + column, row: k.row, rows: keys, columns: size)
        }
      }
    }
  }
}
