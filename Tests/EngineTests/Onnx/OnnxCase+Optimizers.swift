import Lab

@testable import Autograd
@testable import Training

extension OnnxCase {
  /// One update of a parameter whose optimizer remembers something.
  ///
  /// ONNX counts the steps before this one and does not correct Adam's bias in the first.
  func optimized() -> [Output] {
    let weights = Buffer(array("w").reals)
    let gradients = Buffer(array("g").reals)
    let optimizer = self.optimizer
    let memory = Buffer((0..<optimizer.slots).flatMap { array("slot \($0)").reals })
    let count = weights.count
    optimizer.update(
      ParameterSlice(
        values: weights.base, gradients: gradients.base, count: count,
        learningRate: optimizer.learningRate, step: integer("step") + 1, decays: true,
        memory: memory.base, stride: count, slots: optimizer.slots))
    return [output("new w", weights.values)]
      + (0..<optimizer.slots).map { slot in
        output("new slot \(slot)", Array(memory.values[slot * count..<(slot + 1) * count]))
      }
  }

  private var optimizer: any Optimizer {
    let (rate, decay) = (number("learningRate"), number("penalty"))
    return switch operation {
    case "Momentum":
      SGD(
        learningRate: rate, momentum: number("momentum"), nesterov: flag("nesterov"),
        weightDecay: decay)
    case "Adagrad":
      AdaGrad(
        learningRate: rate, learningRateDecay: number("decay"), eps: number("epsilon"),
        weightDecay: decay)
    default:
      Adam(
        learningRate: rate, betas: (number("beta1"), number("beta2")), eps: number("epsilon"),
        biasCorrection: false, weightDecay: decay)
    }
  }
}
