import Lab
import Testing

/// A GAN learns a mixture of two normal distributions in the plane, one a class.
@Suite struct GANTests {
  static let means = [[1.0, 0.5], [-1.0, 0]]
  static let deviation = 0.3

  static func real(_ count: Int) -> LabeledExamples {
    var random = RandomStream(seed: 1, "mixture")
    let labels = (0..<count).map { Int32($0 % 2) }
    return LabeledExamples(
      features: 2, classes: 2,
      inputs: labels.flatMap { label in
        means[Int(label)].map { Float($0 + deviation * random.normal()) }
      }, labels: labels)
  }

  static func trained(steps: Int) -> GAN {
    GAN(
      noise: 2, classes: 2,
      generator: Network(seed: 1) {
        Linear(4, 16)
        Tanh()
        Linear(16, 2)
      },
      discriminator: Network(seed: 2) {
        Linear(4, 32)
        Tanh()
        Linear(32, 2)
      }
    ).trained(on: real(1000), with: SGD(learningRate: 0.1), steps: steps, seed: 1)
  }

  @Test func itLearnsMeanAndSpreadOfEachClass() {
    let gan = Self.trained(steps: 4000)
    for label in 0..<2 {
      let made = gan.examples(1000, of: label, seed: 1)
      #expect(made.labels.allSatisfy { Int($0) == label })
      for f in 0..<2 {
        let column = (0..<1000).map { Double(made.inputs[2 * $0 + f]) }
        let mean = column.reduce(0, +) / 1000
        let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1000
        #expect(abs(mean - Self.means[label][f]) < 0.2)
        #expect(variance.squareRoot() > 0.15 && variance.squareRoot() < 0.45)
      }
    }
    #expect(gan.generatorLosses.count == 4000)
  }

  @Test func itIsAFunctionOfItsSeed() {
    let (a, b) = (Self.trained(steps: 5), Self.trained(steps: 5))
    #expect(a.generator.values == b.generator.values)
    #expect(a.examples(3, of: 1, seed: 1).inputs == b.examples(3, of: 1, seed: 1).inputs)
    #expect(a.examples(3, of: 1, seed: 1).inputs != a.examples(3, of: 1, seed: 2).inputs)
  }
}
