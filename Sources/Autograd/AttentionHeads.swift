import Kernels

/// The heads of an attention, one after the other: each is copied into small matrices, multiplied,
/// and copied back.
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
    let (block, transposed) = (room(keys * size), room(keys * size))
    let product = room(time * size)
    let dropped = mask.map { _ in room(time * keys) }
    for b in 0..<batch {
      for h in 0..<heads {
        let place = (b * heads + h) * time * keys
        let p = weights + place
        k.copy(k.value, b, h, into: block)
        transpose(block, into: transposed, rows: keys, columns: size)
        clear(p, time * keys)
        multiplyAdd(q.matrix(b, h), transposed, into: p, m: time, k: size, n: keys)
        softmaxOfScores(p, scale: scale, causal: causal, rows: time, columns: keys)
        let used = thinned(p, mask.map { $0 + place }, dropped)
        v.copy(v.value, b, h, into: block)
        clear(product, time * size)
        multiplyAdd(Strided(used, row: keys), block, into: product, m: time, k: keys, n: size)
        out.write(product, b, h)
      }
    }
  }

  func backward(_ gradient: UnsafeMutablePointer<Real>, mask: UnsafeMutablePointer<Real>?) {
    let longest = max(time, keys) * size
    let (dOut, block, transposed) = (room(time * size), room(longest), room(keys * size))
    let (d, product, scratch) = (room(time * keys), room(longest), room(keys))
    let dropped = mask.map { _ in room(time * keys) }
    for b in 0..<batch {
      for h in 0..<heads {
        let place = (b * heads + h) * time * keys
        let p = weights + place
        let factors = mask.map { $0 + place }
        out.copy(gradient, b, h, into: dOut)
        if let dv = v.gradient {
          let used = thinned(p, factors, dropped)
          clear(product, keys * size)
          multiplyAdd(
            Strided(used, row: 1, column: keys), dOut, into: product, m: keys, k: time, n: size)
          v.add(product, b, h, to: dv)
        }
        guard q.gradient != nil || k.gradient != nil else { continue }
        // d becomes the gradient of the weights, then that of the scores.
        v.copy(v.value, b, h, into: block)
        transpose(block, into: transposed, rows: keys, columns: size)
        clear(d, time * keys)
        multiplyAdd(Strided(dOut, row: size), transposed, into: d, m: time, k: size, n: keys)
        if let factors {
          dropWeightsBackward(
            d, weights: p, factors, renormalized: renormalized, scratch: scratch, rows: time,
            columns: keys)
        }
        softmaxOfScoresBackward(d, p, scale: scale, rows: time, columns: keys)
        if let dq = q.gradient {
          k.copy(k.value, b, h, into: block)
          clear(product, time * size)
          multiplyAdd(Strided(d, row: keys), block, into: product, m: time, k: keys, n: size)
          q.add(product, b, h, to: dq)
        }
        if let dk = k.gradient {
          q.copy(q.value, b, h, into: block)
          clear(product, keys * size)
          multiplyAdd(
            Strided(d, row: 1, column: keys), block, into: product, m: keys, k: time, n: size)
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

  private func clear(_ pointer: UnsafeMutablePointer<Real>, _ count: Int) {
    pointer.update(repeating: 0, count: count)
  }
}

/// A tensor `[batch, steps, …]` whose rows hold the heads' numbers side by side from an offset on.
private struct HeadedTensor {
  let value: UnsafeMutablePointer<Real>
  let gradient: UnsafeMutablePointer<Real>?
  let row: Int
  let steps: Int
  let size: Int

  init(_ node: Node, offset: Int, steps: Int, size: Int) {
    value = node.value + offset
    gradient = node.gradient.map { $0 + offset }
    row = node.shape.columns
    self.steps = steps
    self.size = size
  }

  private func start(_ b: Int, _ h: Int) -> Int { b * steps * row + h * size }

  /// A head of an example as a matrix in place.
  func matrix(_ b: Int, _ h: Int) -> Strided { Strided(value + start(b, h), row: row) }

  /// Copies a head of an example out of the tensor's values or of numbers that lie like them.
  func copy(
    _ numbers: UnsafeMutablePointer<Real>, _ b: Int, _ h: Int,
    into block: UnsafeMutablePointer<Real>
  ) {
    copyBlock(numbers + start(b, h), row: row, into: block, rows: steps, columns: size)
  }

  /// Adds to a head of an example.
  func add(
    _ block: UnsafeMutablePointer<Real>, _ b: Int, _ h: Int,
    to numbers: UnsafeMutablePointer<Real>
  ) {
    addBlock(block, into: numbers + start(b, h), row: row, rows: steps, columns: size)
  }

  /// Writes a head of an example.
  func write(_ block: UnsafeMutablePointer<Real>, _ b: Int, _ h: Int) {
    let target = value + start(b, h)
    for t in 0..<steps { (target + t * row).update(from: block + t * size, count: size) }
  }
}
