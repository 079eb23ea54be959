import Lab
import Testing

@Suite struct TrainingTests {
  static func network(_ seed: Int) -> Network {
    Network(seed: seed) {
      Linear(64, 16)
      ReLU()
      Linear(16, 10)
    }
  }

  @Test func parametersAreNamedAsInPyTorch() {
    let network = Self.network(1)
    #expect(network.parameters.map(\.name) == ["0.weight", "0.bias", "2.weight", "2.bias"])
    #expect(network.values(of: "2.bias").count == 10)
    #expect(network.values(of: "0.weight").allSatisfy { abs($0) <= 0.125 })
  }

  @Test func anAddedLayerMovesNoOtherWeight() {
    let longer = Network(seed: 1) {
      Linear(64, 16)
      ReLU()
      Linear(16, 10)
      ReLU()
      Linear(10, 10)
    }
    #expect(longer.values(of: "2.weight") == Self.network(1).values(of: "2.weight"))
  }

  @Test func trainingLearnsCleanDigits() {
    let run = train(
      Self.network(1), on: Digits.split(train: 900, seed: 1), with: SGD(learningRate: 0.2),
      epochs: 20, seed: 1)
    #expect(run.testAccuracy.last! > 0.9 && run.epoch.count == 21)
    #expect(run.testLoss.last! < run.testLoss[0])
  }

  @Test func aRunIsAFunctionOfItsSeed() {
    func values(_ seed: Int, measuredEvery: Int) -> [Float] {
      train(
        Self.network(1), on: Digits.split(train: 100, seed: 1), with: SGD(learningRate: 0.1),
        epochs: 3, measuredEvery: measuredEvery, seed: seed
      ).network.values
    }
    #expect(values(1, measuredEvery: 1) == values(1, measuredEvery: 3))
    #expect(values(1, measuredEvery: 1) != values(2, measuredEvery: 1))
  }

  @Test func penaltiesApplyToWeightsOnly() {
    func trained(_ penalty: Penalty) -> Network {
      let trainer = Trainer(Self.network(1), with: SGD(learningRate: 0.5), penalty: penalty)
      trainer.step { network in
        0
          * crossEntropy(
            network(network.tape.constant([Float](repeating: 1, count: 64), Shape(1, 64))), [0])
      }
      return trainer.network
    }
    let start = Self.network(1)
    let l2 = trained(.l2(0.1))
    #expect(l2.values(of: "0.bias") == start.values(of: "0.bias"))
    for (a, b) in zip(l2.values(of: "2.weight"), start.values(of: "2.weight")) {
      #expect(abs(a - 0.95 * b) <= 1e-7)
    }
    let named = trained(.l1(0.001, proximal: true, on: ["2.weight"]))
    #expect(named.values(of: "0.weight") == start.values(of: "0.weight"))
    for (a, b) in zip(named.values(of: "2.weight"), start.values(of: "2.weight")) {
      #expect(abs(abs(a) - max(0, abs(b) - 0.0005)) <= 1e-7)
    }
  }

  @Test func labelNoiseRedrawsTheAskedPart() {
    let clean = Digits.split(train: 500, seed: 4).train
    let noisy = Digits.split(train: 500, labelNoise: 0.3, seed: 4).train
    let changed = zip(clean.labels, noisy.labels).count { $0 != $1 }
    // 150 are redrawn, and one in ten of them stays by chance.
    #expect(changed <= 150 && changed >= 115)
    #expect(clean.inputs == noisy.inputs)
  }
}
