import Autograd
import Kernels
import Numerics

@testable import Training

let sequenceCases: [OperationCase] = [
  OperationCase("embedding", [Shape(4, 3)]) {
    weighted(embedding($0[0].tape.constant([3, 0, 3, 1, 0, 3], Shape(2, 3)), $0[0]))
  },
  OperationCase("embedding with a mask", [Shape(4, 3)]) {
    let tape = $0[0].tape
    return weighted(
      embedding(
        tape.constant([3, 0, 3, 1, 0, 3], Shape(2, 3)), $0[0],
        mask: tape.constant([2, 2, 2, 0], Shape(4))))
  },
  recurrent("rnn", gates: 1) { rnn($0, $1) },
  recurrent("rnn with the rectifier", gates: 1) { rnn($0, $1, rectified: true) },
  recurrent("rnn with masks", gates: 1) {
    rnn($0, $1, inputMask: mask($0, Shape(2, 4)), recurrentMask: mask($0, Shape(2, 3)))
  },
  recurrent("lstm", gates: 4) { lstm($0, $1) },
  recurrent("lstm with masks", gates: 4) {
    lstm($0, $1, inputMask: mask($0, Shape(2, 4)), recurrentMask: mask($0, Shape(2, 3)))
  },
  recurrent("gru", gates: 3) { gru($0, $1) },
  recurrent("gru with masks", gates: 3) {
    gru($0, $1, inputMask: mask($0, Shape(2, 4)), recurrentMask: mask($0, Shape(2, 3)))
  },
  OperationCase("last step", [Shape(2, 3, 4)]) { weighted(lastStep($0[0])) },
  OperationCase("prefix", [Shape(5, 3)]) { weighted(sigmoid($0[0].prefix(Shape(2, 3)))) },
  OperationCase("layer norm", [Shape(2, 3, 5), Shape(5), Shape(5)]) {
    weighted(layerNorm($0[0], $0[1], $0[2]))
  },
  OperationCase("attention", [Shape(2, 3, 4), Shape(2, 5, 4), Shape(2, 5, 4)]) {
    weighted(scaledDotProductAttention($0[0], $0[1], $0[2], heads: 2))
  },
  OperationCase("causal attention of a tensor with itself", [Shape(2, 3, 4)]) {
    weighted(scaledDotProductAttention($0[0], $0[0], $0[0], causal: true))
  },
  OperationCase("packed attention with dropout", [Shape(2, 3, 12)]) {
    weighted(
      scaledDotProductAttention(
        $0[0], heads: 2, causal: true, mask: mask($0[0], Shape(2, 2, 3, 3))))
  },
  // The row sums count as constants, so only the values' gradient is that of the result.
  OperationCase("attention with renormalised dropout", [Shape(2, 5, 4)]) {
    let tape = $0[0].tape
    let queries = tape.constant((0..<24).map { Real($0 % 5) / 4 }, Shape(2, 3, 4))
    let keys = tape.constant((0..<40).map { Real($0 % 7) / 6 }, Shape(2, 5, 4))
    return weighted(
      scaledDotProductAttention(
        queries, keys, $0[0], heads: 2, mask: mask($0[0], Shape(2, 2, 3, 5)),
        rescaling: .renormalized))
  },
]

/// A recurrent operation from three numbers a step to three, over four steps of two sequences.
private func recurrent(
  _ name: String, gates: Int, _ operation: @escaping @Sendable (Tensor, RecurrentWeights) -> Tensor
) -> OperationCase {
  let width = gates * 3
  let shapes = [Shape(2, 4, 4), Shape(4, width), Shape(3, width), Shape(width), Shape(width)]
  return OperationCase(name, shapes) {
    weighted(
      operation(
        $0[0],
        RecurrentWeights(weightIH: $0[1], weightHH: $0[2], biasIH: $0[3], biasHH: $0[4])))
  }
}

private func mask(_ x: Tensor, _ shape: Shape) -> Tensor {
  x.tape.keepMask(shape, p: 0.4, RandomStream(seed: 5, "mask"))
}

let sequenceLayerCases: [LayerCase] = [
  LayerCase("Embedding", Shape(2, 3), tokens: [3, 0, 3, 1, 0, 3]) { Embedding(5, 3, dropout: 0.4) },
  LayerCase("RNN", Shape(2, 4, 3)) {
    RNN(3, 4, dropout: 0.3, recurrentDropout: 0.4, weightDropout: 0.2)
  },
  LayerCase("RNN with the rectifier", Shape(2, 4, 3)) { RNN(3, 4, nonlinearity: .relu) },
  LayerCase("LSTM", Shape(2, 4, 3)) {
    LSTM(3, 4, dropout: 0.3, recurrentDropout: 0.4, weightDropout: 0.2)
    LastStep()
  },
  LayerCase("LSTM in evaluation", Shape(2, 4, 3), .evaluation) { LSTM(3, 4, dropout: 0.3) },
  LayerCase("GRU", Shape(2, 4, 3)) {
    GRU(3, 4, dropout: 0.3, recurrentDropout: 0.4, weightDropout: 0.2)
    GlobalAvgPool1d()
  },
  LayerCase("Steps", Shape(2, 6)) {
    Steps(features: 2)
    GRU(2, 3)
  },
  LayerCase("LayerNorm", Shape(2, 3, 5)) { LayerNorm(5) },
  LayerCase("MultiHeadAttention", Shape(2, 3, 4)) {
    MultiHeadAttention(4, heads: 2, dropout: 0.3, causal: true)
  },
  LayerCase("TransformerBlock", Shape(2, 3, 4), .sampling) {
    TransformerBlock(4, heads: 2, feedForward: 5, dropout: 0.2, causal: true, activation: .gelu)
  },
  LayerCase("TransformerBlock with norms last", Shape(2, 3, 4)) {
    TransformerBlock(4, heads: 2, feedForward: 5, normFirst: false)
  },
  LayerCase("PositionalEncoding", Shape(2, 3, 5)) { PositionalEncoding(5) },
  LayerCase("PositionEmbedding", Shape(2, 3, 4)) { PositionEmbedding(4, maxLength: 5) },
]
