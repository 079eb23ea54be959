import Lab
import Testing

@testable import Autograd

/// What sharing weights over positions means (claims X35).
@Suite struct EquivarianceTests {
  @Test func aCircularConvolutionMovesWithItsInput() {
    #expect(Self.error() == 0, "the same terms in the same order give the same bits")
  }

  /// The numbers of parameters that the motif task compares.
  @Test func parametersOfTheMotifNetworks() {
    let shared = Network(seed: 1) {
      Unflatten(32, 1)
      Conv1d(1, 8, kernel: 5, circular: true)
      ReLU()
      GlobalAvgPool1d()
      Linear(8, 2)
    }
    let dense = Network(seed: 1) {
      Linear(32, 64)
      ReLU()
      Linear(64, 2)
    }
    #expect(shared.values.count == 66)
    #expect(dense.values.count == 2242)
  }

  /// The largest difference between the convolution of a shifted image and the shifted convolution,
  /// over all shifts.
  static func error() -> Double {
    let (height, width, channels) = (5, 6, 2)
    var random = RandomStream(seed: 5, "equivariance")
    let x = (0..<height * width * channels).map { _ in Float(random.normal()) }
    let network = Network(seed: 1) {
      Unflatten(height, width, channels)
      Conv2d(channels, 3, kernel: 3, padding: 1, circular: true)
    }
    func output(_ x: [Float]) -> [Float] {
      network.outputs(
        for: LabeledExamples(features: x.count, classes: 1, inputs: x, labels: [0]))
    }
    let y = output(x)
    var worst: Float = 0
    for down in 0..<height {
      for right in 0..<width {
        let found = output(shifted(x, height, width, channels, down, right))
        for (a, b) in zip(found, shifted(y, height, width, 3, down, right)) {
          worst = max(worst, abs(a - b))
        }
      }
    }
    return Double(worst)
  }

  private static func shifted(
    _ x: [Float], _ height: Int, _ width: Int, _ channels: Int, _ down: Int, _ right: Int
  ) -> [Float] {
    var result = x
    for i in 0..<height {
      for j in 0..<width {
        let place = ((i + down) % height * width + (j + right) % width) * channels
        for c in 0..<channels { result[place + c] = x[(i * width + j) * channels + c] }
      }
    }
    return result
  }
}
