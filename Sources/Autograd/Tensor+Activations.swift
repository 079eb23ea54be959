import Kernels
import Numerics

/// The logistic function 1 / (1 + exp(−x)), element by element.
public func sigmoid(_ x: Tensor) -> Tensor {
  let result = x.tape.append(.sigmoid, x.shape, x)
  sigmoid(x.value, into: result.value, x.shape.count)
  return result
}

/// The hyperbolic tangent, element by element.
public func tanh(_ x: Tensor) -> Tensor {
  let result = x.tape.append(.tanh, x.shape, x)
  tanh(x.value, into: result.value, x.shape.count)
  return result
}

/// x where x > 0, slope · x elsewhere (Maas et al. 2013). The slope is 0.01 by default, as in
/// PyTorch; Keras's is 0.3.
public func leakyReLU(_ x: Tensor, slope: Double = 0.01) -> Tensor {
  require(slope.isFinite, "a slope is a finite number, not \(slope)")
  let result = x.tape.append(.leakyRectify, x.shape, x)
  result.withNode { $0.factor = Real(slope) }
  leakyRectify(x.value, slope: Real(slope), into: result.value, x.shape.count)
  return result
}

/// x Φ(x) with the normal distribution function Φ (Hendrycks & Gimpel 2016), element by element;
/// the exact form, as PyTorch's and Keras's default.
public func gelu(_ x: Tensor) -> Tensor {
  let result = x.tape.append(.gelu, x.shape, x)
  gelu(x.value, into: result.value, x.shape.count)
  return result
}

/// The softmax over the last dimension: numbers above 0 that sum to 1 in every row.
///
/// - Parameters:
///   - x: `[…, classes]`.
///   - temperature: The numbers are divided by it first; 1 by default. Above 1 softens.
public func softmax(_ x: Tensor, temperature: Double = 1) -> Tensor {
  require(temperature > 0, "a temperature is greater than 0, not \(temperature)")
  let x = temperature == 1 ? x : Real(1 / temperature) * x
  let result = x.tape.append(.softmax, x.shape, x)
  softmax(x.value, into: result.value, rows: x.shape.rows, columns: x.shape.columns)
  return result
}

extension Tape {
  func sigmoidBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let dx = input(node, 0).gradient else { return }
    addSigmoidGradient(gradient, node.value, into: dx, node.shape.count)
  }

  func tanhBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let dx = input(node, 0).gradient else { return }
    addTanhGradient(gradient, node.value, into: dx, node.shape.count)
  }

  func leakyRectifyBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let x = input(node, 0)
    guard let dx = x.gradient else { return }
    addLeakyGradient(gradient, x.value, slope: node.factor, into: dx, node.shape.count)
  }

  func geluBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let x = input(node, 0)
    guard let dx = x.gradient else { return }
    addGELUGradient(gradient, x.value, into: dx, node.shape.count)
  }

  func softmaxBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let dx = input(node, 0).gradient else { return }
    addSoftmaxGradient(
      gradient, node.value, into: dx, rows: node.shape.rows, columns: node.shape.columns)
  }
}
