import Lab

extension BitsCase {
  static let sequences: [BitsCase] = [
    layer("Embedding", Shape(2, 4), tokens: [3, 0, 3, 1, 0, 3, 4, 4]) {
      Embedding(5, 3, dropout: 0.4)
    },
    layer("RNN", Shape(3, 5, 4)) {
      RNN(4, 6, dropout: 0.3, recurrentDropout: 0.4, weightDropout: 0.2)
    },
    layer("LSTM", Shape(3, 5, 4)) {
      LSTM(4, 6, dropout: 0.3, recurrentDropout: 0.4, weightDropout: 0.2)
    },
    layer("GRU", Shape(3, 5, 4)) {
      GRU(4, 6, dropout: 0.3, recurrentDropout: 0.4, weightDropout: 0.2)
    },
    layer("LayerNorm", Shape(3, 4, 9)) { LayerNorm(9) },
    layer("MultiHeadAttention", Shape(2, 5, 6)) {
      MultiHeadAttention(6, heads: 2, dropout: 0.3, causal: true)
    },
    layer("TransformerBlock", Shape(2, 5, 6)) {
      TransformerBlock(6, heads: 2, feedForward: 7, dropout: 0.2, activation: .gelu)
    },
    layer("PositionalEncoding", Shape(2, 5, 6)) { PositionalEncoding(6) },
    training("a recurrent network", with: Adam(learningRate: 0.01)) {
      Steps(features: 4)
      LSTM(4, 6, dropout: 0.2, recurrentDropout: 0.2)
      LastStep()
      Linear(6, 3)
    },
    training("a transformer", with: Adam(learningRate: 0.01)) {
      Steps(features: 4)
      TransformerBlock(4, heads: 2, feedForward: 8, dropout: 0.1)
      GlobalAvgPool1d()
      Linear(4, 3)
    },
  ]
}
