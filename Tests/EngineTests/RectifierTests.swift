import Lab
import Testing

/// A rectifier that changes what comes before it in place, beside one that does not: the same bits.
@Suite struct RectifierTests {
  /// A rectifier that no network knows for one.
  struct Apart: Layer {
    func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { relu(x) }
  }

  static let names = ["linear", "convolution", "batch norm"]

  @Test(arguments: names)
  func hasTheBitsOfAnOperation(_ name: String) {
    func trained(_ rectifier: any Layer) -> [Network] {
      let network = Network(seed: 1) {
        if name == "convolution" {
          Unflatten(4, 4, 2)
          Conv2d(2, 5, kernel: 3, padding: 1)
          rectifier
          Conv2d(5, 3, kernel: 3)
          rectifier
          Flatten()
          Linear(12, 4)
        } else {
          Linear(32, 20)
          if name == "batch norm" { BatchNorm(20) }
          rectifier
          Linear(20, 4)
        }
      }
      let trainer = Trainer(network, with: SGD(learningRate: 0.1, momentum: 0.9))
      let x = KernelTests.numbers(7 * 32, 1)
      return (0..<5).map { _ in
        trainer.step { crossEntropy($0($0.tape.constant(x, Shape(7, 32))), [0, 1, 2, 3, 0, 1, 2]) }
        return trainer.network
      }
    }
    for (found, expected) in zip(trained(ReLU()), trained(Apart())) {
      #expect(found.values.map(\.bitPattern) == expected.values.map(\.bitPattern))
      #expect(found.statisticValues == expected.statisticValues)
    }
  }

  /// What a layer before the rectifier shows to others is not changed.
  @Test func leavesAloneWhatOthersSee() {
    final class Window: @unchecked Sendable { var seen: Tensor? }
    struct Shown: Layer {
      let window: Window
      func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
        window.seen = x
        return x
      }
    }
    let window = Window()
    let network = Network(seed: 1) {
      Linear(3, 8)
      Shown(window: window)
      ReLU()
    }
    let trainer = Trainer(network, with: SGD(learningRate: 0.1))
    trainer.step { network in
      let y = network(network.tape.constant([1, -2, 3], Shape(1, 3)))
      let seen = window.seen!.values
      #expect(seen.contains { $0 < 0 } && y.values == seen.map { max($0, 0) })
      return y.sum()
    }
  }
}
