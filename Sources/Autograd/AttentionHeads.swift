import Kernels

/// The heads of an attention, one after the other. Their matrices are read where they stand, as
/// columns of wider rows.
struct AttentionHeads {
  private let tape: Tape
  private let batch: Int
  private let heads: Int
  private let time: Int
  private let keys: Int
  /// A head's dimensions.
  private let size: Int
  private let causal: Bool
  private let renormalized: Bool
  /// `[batch, heads, time, keys]`: the softmaxed weights.
  private let weights: UnsafeMutablePointer<Real>
  private let q: HeadedTensor
  private let k: HeadedTensor
  private let v: HeadedTensor
  private let out: HeadedTensor

  init(_ node: Node, on tape: Tape) {
    self.tape = tape
    (batch, time, heads) = (node.shape[0], node.shape[1], Int(node.sizes[0]))
    keys = Int(node.sizes[1])
    size = node.shape[2] / heads
    causal = node.sizes[2] == 1
    renormalized = node.sizes[4] == 1
    weights = node.saved!
    // Packed queries, keys and values stand side by side in one tensor.
    let offset = node.sizes[3] == 1 ? node.shape[2] : 0
    q = HeadedTensor(tape.input(node, 0), offset: 0, steps: time, size: size)
    k = HeadedTensor(tape.input(node, 1), offset: offset, steps: keys, size: size)
    v = HeadedTensor(tape.input(node, 2), offset: 2 * offset, steps: keys, size: size)
    out = HeadedTensor(node, offset: 0, steps: time, size: size)
  }

  private var scale: Real { 1 / Real(size).squareRoot() }

  private func room(_ count: Int) -> UnsafeMutablePointer<Real> {
    tape.state.pointee.arena.allocate(count)
  }

  func forward(mask: UnsafeMutablePointer<Real>?) {
    let dropped = mask.map { _ in room(time * keys) }
    for b in 0..<batch {
      for h in 0..<heads {
        let place = (b * heads + h) * time * keys
        let p = weights + place
        multiplyAdd(
          q.matrix(b, h), k.transposed(b, h), into: p, startingFrom: .zero, m: time, k: size,
          n: keys)
        softmaxOfScores(p, scale: scale, causal: causal, rows: time, columns: keys)
        let used = thinned(p, mask.map { $0 + place }, dropped)
        multiplyAdd(
          Strided(used, row: keys), v.matrix(b, h), into: out.value + out.start(b, h),
          row: out.row, startingFrom: .zero, m: time, k: keys, n: size)
      }
    }
  }

  func backward(_ gradient: UnsafeMutablePointer<Real>, mask: UnsafeMutablePointer<Real>?) {
    let (d, product, scratch) = (room(time * keys), room(max(time, keys) * size), room(keys))
    let dropped = mask.map { _ in room(time * keys) }
    for b in 0..<batch {
      for h in 0..<heads {
        let place = (b * heads + h) * time * keys
        let p = weights + place
        let factors = mask.map { $0 + place }
        let dOut = Strided(gradient + out.start(b, h), row: out.row)
        if let dv = v.gradient {
          let used = thinned(p, factors, dropped)
          multiplyAdd(
            Strided(used, row: 1, column: keys), dOut, into: product, startingFrom: .zero,
            m: keys, k: time, n: size)
          v.add(product, b, h, to: dv)
        }
        guard q.gradient != nil || k.gradient != nil else { continue }
        // d becomes the gradient of the weights, then that of the scores.
        multiplyAdd(
          dOut, v.transposed(b, h), into: d, startingFrom: .zero, m: time, k: size, n: keys)
        if let factors {
          dropWeightsBackward(
            d, weights: p, factors, renormalized: renormalized, scratch: scratch, rows: time,
            columns: keys)
        }
        softmaxOfScoresBackward(d, p, scale: scale, rows: time, columns: keys)
        if let dq = q.gradient {
          multiplyAdd(
            Strided(d, row: keys), k.matrix(b, h), into: product, startingFrom: .zero, m: time,
            k: keys, n: size)
          q.add(product, b, h, to: dq)
        }
        if let dk = k.gradient {
          multiplyAdd(
            Strided(d, row: 1, column: keys), q.matrix(b, h), into: product, startingFrom: .zero,
            m: keys, k: time, n: size)
          k.add(product, b, h, to: dk)
        }
      }
    }
  }

  /// A head's weights under its mask, in `dropped`; the weights themselves where there is none.
  private func thinned(
    _ p: UnsafeMutablePointer<Real>, _ factors: UnsafeMutablePointer<Real>?,
    _ dropped: UnsafeMutablePointer<Real>?
  ) -> UnsafeMutablePointer<Real> {
    guard let factors, let dropped else { return p }
    dropWeights(
      p, factors, renormalized: renormalized, into: dropped, rows: time, columns: keys)
    return dropped
  }
}

/// A tensor `[batch, steps, …]` whose rows hold the heads' numbers side by side from an offset on.
private struct HeadedTensor {
  let value: UnsafeMutablePointer<Real>
  let row: Int
  let steps: Int
  let size: Int
  private let node: Node
  private let offset: Int

  /// The gradient, to be added to; nil where none is wanted.
  var gradient: UnsafeMutablePointer<Real>? { node.gradient.map { $0 + offset } }

  init(_ node: Node, offset: Int, steps: Int, size: Int) {
    value = node.value + offset
    self.node = node
    self.offset = offset
    row = node.shape.columns
    self.steps = steps
    self.size = size
  }

  /// Where a head of an example begins.
  func start(_ b: Int, _ h: Int) -> Int { b * steps * row + h * size }

  /// A head of an example as a matrix in place.
  func matrix(_ b: Int, _ h: Int) -> Strided { Strided(value + start(b, h), row: row) }

  /// The transpose of a head of an example, in place.
  func transposed(_ b: Int, _ h: Int) -> Strided {
    Strided(value + start(b, h), row: 1, column: row)
  }

  /// Adds to a head of an example.
  func add(
    _ block: UnsafeMutablePointer<Real>, _ b: Int, _ h: Int,
    to numbers: UnsafeMutablePointer<Real>
  ) {
    addBlock(block, into: numbers + start(b, h), row: row, rows: steps, columns: size)
  }
}
