import Kernels
import Numerics

/// What becomes of the attention weights that a dropout's mask leaves over.
public enum AttentionRescaling: Sendable, Hashable {
  /// They are multiplied by 1 / (1 − p), as in PyTorch, Keras and tensor2tensor: each row sums to 1
  /// on average only.
  case inverted
  /// They are divided by their sum, so that each row sums to 1; the sum counts as a constant in the
  /// gradient (DropAttention's normalized rescaling; Zehui et al. 2019, arXiv:1907.11065). A row
  /// whose weights are all dropped stays 0.
  case renormalized
}

/// softmax(Q Kᵀ / √d) V for each example and head (Vaswani et al. 2017, §3.2; PyTorch's
/// `functional.scaled_dot_product_attention`), with d = dimensions / heads.
///
/// - Parameters:
///   - q: Queries `[batch, time, dimensions]`.
///   - k: Keys `[batch, keys, dimensions]`.
///   - v: Values `[batch, keys, dimensions]`.
///   - heads: Into how many parts the dimensions are split, 1 by default; it divides them.
///   - causal: Whether step t sees the steps 0 to t only; false by default.
///   - mask: `[batch, heads, time, keys]`, multiplies the softmaxed weights (attention dropout); nil
///     for none. See `Tape.keepMask`.
///   - rescaling: What becomes of the weights under a mask; `.inverted` by default, with the mask's
///     own factor.
/// - Returns: `[batch, time, dimensions]`, the heads side by side.
public func scaledDotProductAttention(
  _ q: Tensor, _ k: Tensor, _ v: Tensor, heads: Int = 1, causal: Bool = false,
  mask: Tensor? = nil, rescaling: AttentionRescaling = .inverted
) -> Tensor {
  requireSequence(q, "attention")
  requireSequence(k, "attention")
  require(
    k.shape == v.shape && q.shape[0] == k.shape[0] && q.shape[2] == k.shape[2]
      && (!causal || q.shape == k.shape),
    "attention takes queries [batch, time, dimensions] and keys and values [batch, keys, dimensions], as many keys as steps where it is causal, and got \(q.shape), \(k.shape) and \(v.shape)"
  )
  requireHeads(heads, q.shape[2])
  let result = q.tape.append(.attention, q.shape, q, k, v)
  q.tape.attend(
    result, dimensions: q.shape[2], keys: k.shape[1], heads: heads, causal: causal, packed: false,
    mask: mask, rescaling: rescaling)
  return result
}

/// Attention whose queries, keys and values stand side by side: `[batch, time, 3 dimensions]`
/// becomes `[batch, time, dimensions]`. See `scaledDotProductAttention(_:_:_:)`.
public func scaledDotProductAttention(
  _ qkv: Tensor, heads: Int = 1, causal: Bool = false, mask: Tensor? = nil,
  rescaling: AttentionRescaling = .inverted
) -> Tensor {
  requireSequence(qkv, "attention")
  require(
    qkv.shape[2] % 3 == 0,
    "attention takes [batch, time, 3 · dimensions], queries, keys and values side by side, and got \(qkv.shape)"
  )
  let dimensions = qkv.shape[2] / 3
  requireHeads(heads, dimensions)
  let result = qkv.tape.append(
    .attention, Shape(qkv.shape[0], qkv.shape[1], dimensions), qkv, qkv, qkv)
  qkv.tape.attend(
    result, dimensions: dimensions, keys: qkv.shape[1], heads: heads, causal: causal, packed: true,
    mask: mask, rescaling: rescaling)
  return result
}

private func requireHeads(_ heads: Int, _ dimensions: Int) {
  require(
    heads >= 1 && dimensions % heads == 0,
    "attention's heads divide its dimensions, and \(heads) does not divide \(dimensions)")
}

extension Tape {
  fileprivate func attend(
    _ result: Tensor, dimensions: Int, keys: Int, heads: Int, causal: Bool, packed: Bool,
    mask: Tensor?, rescaling: AttentionRescaling
  ) {
    let (batch, time) = (result.shape[0], result.shape[1])
    requireMask(mask, Shape(batch, heads, time, keys), "attention")
    let weights = state.pointee.arena.allocate(batch * heads * time * keys)
    result.withNode {
      $0.inputs[3] = mask?.index ?? -1
      $0.saved = weights
      $0.sizes = SIMD8(
        Int32(heads), Int32(keys), causal ? 1 : 0, packed ? 1 : 0,
        rescaling == .renormalized ? 1 : 0, 0, 0, 0)
    }
    let node = result.node
    AttentionHeads(node, on: self).forward(mask: mask?.value)
  }

  func attentionBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let mask = node.inputs[3] >= 0 ? input(node, 3).value : nil
    AttentionHeads(node, on: self).backward(gradient, mask: mask)
  }

  /// The attention weights of this step, softmaxed and before any dropout, one tensor
  /// `[batch, heads, time, keys]` for each attention in the order of computation.
  public func attentionWeights() -> [Tensor] {
    (0..<state.pointee.count).map { state.pointee.lines[$0] }
      .filter { $0.operation == .attention }
      .map { line in
        append(
          Line(
            operation: .constant, layer: line.layer,
            shape: Shape(
              line.shape[0], Int(line.sizes[0]), line.shape[1], Int(line.sizes[1])),
            inputs: SIMD8(repeating: -1), value: line.saved!, sink: nil))
      }
  }
}
