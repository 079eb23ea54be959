import Lab

@testable import Training

extension OnnxCase {
  /// A convolution of images or of sequences.
  func convolution(_ tape: Tape) -> Tensor {
    let (x, weight) = (tensor("x", tape), tensor("weight", tape))
    let bias = has("bias") ? tensor("bias", tape) : nil
    let (stride, padding) = (integer("stride"), integer("padding"))
    return x.shape.rank == 3
      ? conv1d(x, weight, bias, stride: stride, padding: padding)
      : conv2d(x, weight, bias, stride: stride, padding: padding)
  }

  func pool(_ tape: Tape) -> Tensor {
    let x = tensor("x", tape)
    let (size, stride) = (integer("size"), integer("stride"))
    return switch (operation, x.shape.rank) {
    case ("MaxPool", 3): maxPool1d(x, size, stride: stride)
    case ("MaxPool", _): maxPool2d(x, size, stride: stride)
    case (_, 3): avgPool1d(x, size, stride: stride)
    default: avgPool2d(x, size, stride: stride)
    }
  }

  func batchNormalization(_ tape: Tape) -> [Output] {
    let (x, scale, shift) = (tensor("x", tape), tensor("scale", tape), tensor("shift", tape))
    let eps = number("epsilon")
    var mean = array("mean").reals
    var variance = array("variance").reals
    return mean.withUnsafeMutableBufferPointer { mean in
      variance.withUnsafeMutableBufferPointer { variance in
        guard let mean = mean.baseAddress, let variance = variance.baseAddress else { return [] }
        guard flag("training") else {
          let y = batchNorm(x, scale, shift, eps: eps, mean: mean, variance: variance)
          return [output("y", y)]
        }
        let y = batchNorm(
          x, scale, shift, eps: eps, running: (mean, variance), momentum: number("momentum"))
        let count = scale.shape.count
        return [
          output("y", y), output("new mean", (0..<count).map { mean[$0] }),
          output("new variance", (0..<count).map { variance[$0] }),
        ]
      }
    }
  }

  /// The layer where nothing is dropped; else the given mask, scaled as the layer scales its own.
  func dropout(_ tape: Tape) -> Tensor {
    let (x, p) = (tensor("x", tape), number("p"))
    guard has("mask") else {
      let network = Network(seed: 1) { Dropout(p: p) }
      return LiveNetwork(network).pass(on: tape, .evaluation)(x)
    }
    return Float(1 / (1 - p)) * (x * tensor("mask", tape))
  }
}
