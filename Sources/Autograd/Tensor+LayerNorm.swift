import Kernels
import Numerics

/// (x − mean) / √(variance + eps) · weight + bias over the last dimension, with the biased variance
/// (Ba, Kiros & Hinton 2016; PyTorch's `functional.layer_norm`).
///
/// - Parameters:
///   - x: `[…, features]`.
///   - weight: `[features]`.
///   - bias: `[features]`.
///   - eps: What is added to the variance, above 0.
public func layerNorm(_ x: Tensor, _ weight: Tensor, _ bias: Tensor, eps: Double = 1e-5) -> Tensor {
  let features = x.shape.columns
  require(
    x.shape.rank >= 1 && x.shape.count >= 1 && weight.shape == Shape(features)
      && bias.shape == Shape(features),
    "layerNorm takes [..., features], a weight and a bias [features], and got \(x.shape), \(weight.shape) and \(bias.shape)"
  )
  require(eps > 0, "layerNorm's eps is greater than 0, not \(eps)")
  let result = x.tape.append(.layerNorm, x.shape, x, weight, bias)
  let statistics = x.tape.state.pointee.arena.allocate(2 * x.shape.rows)
  result.withNode { $0.saved = statistics }
  layerNorm(
    x.value, weight: weight.value, bias: bias.value, eps: Real(eps), statistics: statistics,
    into: result.value, rows: x.shape.rows, columns: features)
  return result
}

extension Tape {
  func layerNormBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let (x, weight, bias) = (input(node, 0), input(node, 1), input(node, 2))
    guard let statistics = node.saved else { return }
    let (rows, columns) = (node.shape.rows, node.shape.columns)
    if let dx = x.gradient {
      addLayerNormInputGradient(
        gradient, x.value, weight: weight.value, statistics: statistics,
        scratch: state.pointee.arena.allocate(3 * columns), into: dx, rows: rows, columns: columns)
    }
    if let dWeight = weight.gradient {
      addLayerNormWeightGradient(
        gradient, x.value, statistics: statistics, into: dWeight, rows: rows, columns: columns)
    }
    if let dBias = bias.gradient {
      addColumnSums(gradient, into: dBias, rows: rows, columns: columns)
    }
  }
}
