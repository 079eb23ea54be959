import Autograd
import Datasets
import Kernels
import Numerics

extension Pass {
  /// The network's output for a batch of sequences, whose words arrive as `[count, length]`.
  public func callAsFunction(_ batch: SequenceExamples) -> Tensor {
    self(tape.constant(batch.inputs, Shape(batch.count, batch.length)))
  }

  /// The network's output for a batch of the adding problem, `[count, 2 · length]`.
  public func callAsFunction(_ batch: AddingProblem) -> Tensor {
    self(tape.constant(batch.inputs, Shape(batch.count, 2 * batch.length)))
  }
}

/// The mean squared error of outputs with as many targets, in row-major order.
public func meanSquaredError(_ outputs: Tensor, _ targets: [Real]) -> Tensor {
  meanSquaredError(outputs, outputs.tape.constant(targets, outputs.shape))
}

extension Network {
  /// Loss and accuracy on all steps of some sequences.
  public func measured(on sequences: SequenceExamples) -> Measures {
    require(sequences.count >= 1, "there is no sequence to measure")
    let tape = Tape()
    defer { tape.release() }
    return LiveNetwork(self).measured(on: sequences, on: tape)
  }
}

extension Trainer {
  /// Loss and accuracy of the network as trained so far on all steps of some sequences.
  public func measured(on sequences: SequenceExamples) -> Measures {
    require(sequences.count >= 1, "there is no sequence to measure")
    return live.measured(on: sequences, on: tape)
  }
}

extension LiveNetwork {
  fileprivate func measured(on sequences: SequenceExamples, on tape: Tape) -> Measures {
    let rows = LabeledExamples(
      features: sequences.length, classes: sequences.classes, inputs: sequences.inputs,
      labels: Array(repeating: 0, count: sequences.count))
    return Measures(of: outputs(for: rows, on: tape), labels: sequences.labels, on: tape)
  }
}

extension Measures {
  /// e to the loss: among how many equally likely words the model is in doubt.
  public var perplexity: Double { exp(loss) }
}
