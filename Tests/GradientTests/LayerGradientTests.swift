import Kernels
import Numerics
import Testing

@testable import Autograd
@testable import Training

/// Every layer's gradients with respect to its input and its parameters beside central differences.
@Suite struct LayerGradientTests {
  static let cases: [LayerCase] =
    [
      LayerCase("Linear", Shape(3, 4)) { Linear(4, 5) },
      LayerCase("ReLU", Shape(3, 4)) { ReLU() },
    ] + dropoutLayerCases + visionLayerCases + sequenceLayerCases

  @Test(arguments: cases)
  func agreesWithCentralDifferences(_ test: LayerCase) {
    let found = test.error()
    #expect(found <= 1e-6, "\(test.testDescription): \(found)")
  }
}

/// A network, its input, and the mode of its passes.
struct LayerCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let shape: Shape
  let tokens: [Real]?
  let mode: Pass.Mode
  let network: Network

  /// - Parameters:
  ///   - shape: The input's shape.
  ///   - tokens: The input's numbers where they are positions in a vocabulary, which have no
  ///     gradient; nil for random ones.
  init(
    _ name: String, _ shape: Shape, tokens: [Real]? = nil, _ mode: Pass.Mode = .training,
    @LayerBuilder layers: () -> [any Layer]
  ) {
    testDescription = name
    self.shape = shape
    self.tokens = tokens
    self.mode = mode
    network = Network(seed: 1, layers: layers)
  }

  /// The largest relative error over the numbers of the input and of all parameters.
  func error() -> Double {
    var random = RandomStream(seed: 2, "layer case")
    let input = Buffer(tokens ?? (0..<shape.count).map { _ in Real(random.normal()) })
    let inputGradient = Buffer(zeros: input.count)
    let live = LiveNetwork(network)
    let gradients = ParameterGradients(of: network)
    let tape = Tape()
    defer { tape.release() }
    func run(recording: Bool) -> Tensor {
      tape.begin(recording: recording)
      let x = tape.parameter(
        input.base, gradient: tokens == nil ? inputGradient.base : nil, shape)
      return weighted(live.pass(on: tape, mode, gradients: gradients, seed: 1, step: 1)(x))
    }
    run(recording: true).backward()
    var worst = 0.0
    func compare(_ buffer: Buffer, _ gradient: Buffer) {
      for i in 0..<buffer.count {
        let difference = GradientCheck.slope(at: buffer.base + i) {
          Double(run(recording: false).item)
        }
        let g = Double(gradient.base[i])
        worst = largestError(worst, abs(g - difference) / max(1, abs(g), abs(difference)))
      }
    }
    if tokens == nil { compare(input, inputGradient) }
    compare(live.values, gradients.numbers)
    return worst
  }
}
