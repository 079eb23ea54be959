import Kernels
import Numerics

extension Tensor {
  /// Computes the gradient of this number with respect to everything that it was computed from, by
  /// the chain rule from the end of the tape to its beginning.
  public func backward() {
    require(
      shape.count == 1, "backward starts from one number, and this tensor's shape is \(shape)")
    guard let gradient = node.gradient else { return }
    // What the first call left in the tensors between would be counted again.
    require(
      !tape.state.pointee.wentBack,
      "backward was called in this step already: add the losses, then call it once")
    tape.state.pointee.wentBack = true
    gradient[0] = 1
    for line in stride(from: Int(index), through: 0, by: -1) {
      let node = tape.node(line)
      if let sink = node.sink, !sink.isEmpty { tape.propagate(node, sink.base) }
    }
  }
}

extension Tape {
  /// Adds to the gradients of a node's inputs what they owe to the node's own.
  fileprivate func propagate(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    if node.isRectified { keepWherePositive(gradient, node.value, node.shape.count) }
    switch node.operation {
    // Leaves.
    case .constant, .parameter: break
    // Arithmetic.
    case .add: addBackward(node, gradient)
    case .addRow: addRowBackward(node, gradient)
    case .subtract: subtractBackward(node, gradient)
    case .multiply: multiplyBackward(node, gradient)
    case .scale: scaleBackward(node, gradient)
    case .matrixProduct: matrixProductBackward(node, gradient)
    case .linear: linearBackward(node, gradient)
    // Shapes.
    case .reshape: break
    case .concatenate: concatenateBackward(node, gradient)
    // Activations.
    case .rectify: rectifyBackward(node, gradient)
    case .sigmoid: sigmoidBackward(node, gradient)
    case .tanh: tanhBackward(node, gradient)
    case .leakyRectify: leakyRectifyBackward(node, gradient)
    case .gelu: geluBackward(node, gradient)
    case .softmax: softmaxBackward(node, gradient)
    // Randomness.
    case .mask: maskBackward(node, gradient)
    case .addNoise: addNoiseBackward(node, gradient)
    case .standoutMean: standoutMeanBackward(node, gradient)
    case .dropConnect: dropConnectBackward(node, gradient)
    case .gaussianMean: gaussianMeanBackward(node, gradient)
    // Images.
    case .convolution: convolutionBackward(node, gradient)
    case .maxPool: maxPoolBackward(node, gradient)
    case .averagePool: averagePoolBackward(node, gradient)
    case .batchNorm: batchNormBackward(node, gradient)
    // Sequences.
    case .embedding: embeddingBackward(node, gradient)
    case .recurrence: recurrenceBackward(node, gradient)
    case .lstm: lstmBackward(node, gradient)
    case .gru: gruBackward(node, gradient)
    case .lastStep: lastStepBackward(node, gradient)
    case .layerNorm: layerNormBackward(node, gradient)
    case .attention: attentionBackward(node, gradient)
    // Reductions.
    case .sum: sumBackward(node, gradient)
    case .sumOfSquares: sumOfSquaresBackward(node, gradient)
    case .sumOfMagnitudes: sumOfMagnitudesBackward(node, gradient)
    // Losses.
    case .meanSquaredError: meanSquaredErrorBackward(node, gradient)
    case .crossEntropy: crossEntropyBackward(node, gradient)
    case .softCrossEntropy: softCrossEntropyBackward(node, gradient)
    case .smoothedCrossEntropy: smoothedCrossEntropyBackward(node, gradient)
    case .logProbability: logProbabilityBackward(node, gradient)
    case .entropy: entropyBackward(node, gradient)
    case .binaryCrossEntropy: binaryCrossEntropyBackward(node, gradient)
    }
  }

  /// The node that an operation's input is.
  @inline(__always)
  func input(_ node: Node, _ which: Int) -> Node {
    self.node(Int(node.inputs[which]))
  }
}
