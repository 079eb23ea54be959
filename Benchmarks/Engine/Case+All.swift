import Training

extension Case {
  /// The cases by name. Products with the input of the network have no gradient of that input, so
  /// they count twice, the others three times.
  static let all: [String: @Sendable () -> Case] = [
    "a": { mlp(SGD(learningRate: 0.01, momentum: 0.9)) },
    "b": { mlp(Adam(), dropout: true) },
    "b-adamw": { mlp(AdamW(), dropout: true) },
    "c": { mlp(SGD(learningRate: 0.01, momentum: 0.9), norm: true) },
    "d": {
      Case(
        features: 784, batch: 128, batches: 4,
        flops: 2 * 128 * (2 * 784 * 512 + 3 * 512 * 512 + 3 * 512 * 10), Adam()
      ) {
        Linear(784, 512)
        ReLU()
        Linear(512, 512)
        ReLU()
        Linear(512, 10)
      }
    },
    "e": {
      Case(
        features: 64, batch: 32, batches: 4,
        flops: 2 * 32 * (2 * 64 * 9 * 16 + 3 * 64 * 9 * 16 * 32 + 3 * 512 * 10), Adam()
      ) {
        Unflatten(8, 8, 1)
        Conv2d(1, 16, kernel: 3, padding: 1)
        ReLU()
        Conv2d(16, 32, kernel: 3, padding: 1)
        ReLU()
        MaxPool2d(2)
        Flatten()
        Linear(512, 10)
      }
    },
    "f": {
      Case(
        features: 784, batch: 64, batches: 2,
        flops: 2 * 64 * (2 * 784 * 9 * 32 + 3 * 196 * 9 * 32 * 64 + 3 * 3136 * 128 + 3 * 128 * 10),
        Adam()
      ) {
        Unflatten(28, 28, 1)
        Conv2d(1, 32, kernel: 3, padding: 1)
        ReLU()
        MaxPool2d(2)
        Conv2d(32, 64, kernel: 3, padding: 1)
        ReLU()
        MaxPool2d(2)
        Flatten()
        Linear(3136, 128)
        ReLU()
        Linear(128, 10)
      }
    },
    "g": {
      Case(
        features: 640, batch: 32, batches: 4,
        flops: 2 * 32 * (20 * (2 * 32 + 3 * 64) * 256 + 3 * 64 * 10), Adam()
      ) {
        Steps(features: 32)
        LSTM(32, 64)
        LastStep()
        Linear(64, 10)
      }
    },
    "h": {
      Case(
        features: 2048, batch: 16, batches: 4,
        flops: 3 * 2 * 16 * (32 * (4 * 64 * 64 + 2 * 64 * 256 + 2 * 32 * 64) + 64 * 10), Adam()
      ) {
        Steps(features: 64)
        TransformerBlock(64, heads: 4, feedForward: 256)
        GlobalAvgPool1d()
        Linear(64, 10)
      }
    },
  ]

  /// 64-64-64-10 with a batch of 32; an epoch has 45 batches, as that of the digits.
  private static func mlp(
    _ optimizer: any Optimizer, dropout: Bool = false, norm: Bool = false
  ) -> Case {
    Case(
      features: 64, batch: 32, batches: 45,
      flops: 2 * 32 * (2 * 64 * 64 + 3 * 64 * 64 + 3 * 64 * 10), optimizer
    ) {
      Linear(64, 64)
      if norm { BatchNorm(64) }
      ReLU()
      if dropout { Dropout(p: 0.5) }
      Linear(64, 64)
      if norm { BatchNorm(64) }
      ReLU()
      if dropout { Dropout(p: 0.5) }
      Linear(64, 10)
    }
  }
}
