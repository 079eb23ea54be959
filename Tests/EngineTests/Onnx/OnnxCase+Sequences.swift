import Lab

extension OnnxCase {
  func layerNormalization(_ tape: Tape) -> Tensor {
    layerNorm(
      tensor("x", tape), tensor("scale", tape), tensor("shift", tape), eps: number("epsilon"))
  }

  /// The states of all steps, and the last one, as far as the case has them.
  func recurrent(_ tape: Tape) -> [Output] {
    let x = tensor("x", tape)
    let weights = RecurrentWeights(
      weightIH: tensor("weight_ih", tape), weightHH: tensor("weight_hh", tape),
      biasIH: tensor("bias_ih", tape), biasHH: tensor("bias_hh", tape))
    let y =
      switch operation {
      case "LSTM": lstm(x, weights)
      case "GRU": gru(x, weights)
      default: rnn(x, weights)
      }
    return (has("y") ? [output("y", y)] : []) + (has("last") ? [output("last", lastStep(y))] : [])
  }

  func attention(_ tape: Tape) -> Tensor {
    scaledDotProductAttention(
      tensor("q", tape), tensor("k", tape), tensor("v", tape), heads: integer("heads"),
      causal: flag("causal"))
  }
}
