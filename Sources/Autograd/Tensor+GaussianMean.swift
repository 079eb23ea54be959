import Kernels
import Numerics

/// The mean of f(u) over u ~ N(mean, variance), element by element: what a layer answers on average
/// when its pre-activations are random (Wan et al. 2013, §4).
///
/// The rectifier's is exact but for rounding, some 3e-7 in single precision; the others' errors are
/// below that up to a standard deviation of 4 and below 1e-4 up to 8.
///
/// - Parameters:
///   - f: The function.
///   - mean: Any shape.
///   - variance: The same shape, at least 0. Where it is 0, the result is f(mean) and the variance
///     gets no gradient.
public func gaussianMean(of f: AveragedFunction, _ mean: Tensor, variance: Tensor) -> Tensor {
  requireSameShape(mean, variance, "gaussianMean")
  let result = mean.tape.append(.gaussianMean, mean.shape, mean, variance)
  gaussianMean(of: f, mean.value, variance.value, into: result.value, mean.shape.count)
  result.withNode { $0.sizes[0] = f.rawValue }
  return result
}

extension Tape {
  func gaussianMeanBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    guard let f = AveragedFunction(rawValue: node.sizes[0]) else { return }
    let (mean, variance) = (input(node, 0), input(node, 1))
    addGaussianMeanGradient(
      of: f, gradient, mean.value, variance.value, intoMean: mean.gradient,
      intoVariance: variance.gradient, node.shape.count)
  }
}
