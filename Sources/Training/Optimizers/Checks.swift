import Numerics

// What optimizers refuse.

func requireLearningRate(_ rate: Double) {
  require(
    rate > 0 && rate.isFinite, "a learning rate is a finite number greater than 0, not \(rate)")
}

func requireWeightDecay(_ decay: Double) {
  require(
    decay >= 0 && decay.isFinite, "a weight decay is a finite number of at least 0, not \(decay)")
}

func requirePart(_ part: Double, _ name: StaticString) {
  require(part >= 0 && part < 1, "\(name) is at least 0 and below 1, not \(part)")
}

func requireEps(_ eps: Double) {
  require(eps >= 0 && eps.isFinite, "eps is a finite number of at least 0, not \(eps)")
}
