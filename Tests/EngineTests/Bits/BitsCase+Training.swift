import Lab

extension BitsCase {
  static let trainings: [BitsCase] = [
    training("momentum", with: SGD(learningRate: 0.05, momentum: 0.9)),
    training("Nesterov", with: SGD(learningRate: 0.05, momentum: 0.9, nesterov: true)),
    training("SGDW", with: SGDW(learningRate: 0.05, momentum: 0.9)),
    training("AdaGrad", with: AdaGrad(learningRate: 0.05)),
    training("RMSProp", with: RMSProp(learningRate: 0.01)),
    training("Adam", with: Adam(learningRate: 0.01)),
    training("AdamW", with: AdamW(learningRate: 0.01)),
    training("SAM", with: SAM(SGD(learningRate: 0.1))),
    training("elastic net", penalty: .elasticNet(l1: 0.01, l2: 0.02, proximal: true)),
    training("label smoothing", loss: .crossEntropy(labelSmoothing: 0.1)),
    training("confidence penalty", loss: .confidencePenalty(0.1)),
    training("clipping by value", callbacks: [GradientClipping.value(0.05)]),
    training("clipping by norm", callbacks: [GradientClipping.norm(0.5)]),
    training("max-norm", callbacks: [MaxNorm(0.5)]),
    training("early stopping", callbacks: [EarlyStopping(patience: 1)]),
    training("cosine schedule", callbacks: [Schedule.cosine(warmUp: 3)]),
    training("steps of the rate", callbacks: [Schedule.step(every: 1, factor: 0.1)]),
    training("exponential average", callbacks: [WeightAverage.ema(decay: 0.9, debias: true)]),
    training("stochastic weight averaging", callbacks: [WeightAverage.swa(from: 1)]),
  ]
}
