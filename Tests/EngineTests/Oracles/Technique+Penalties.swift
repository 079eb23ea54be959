import Lab

extension Technique {
  static let penalties: [Technique] = [
    linearModel(
      "Ridge regression", "ridge", model: "ridge", oracle: "scikit-learn `Ridge`",
      source: "Hoerl & Kennard 1970"),
    linearModel(
      "Lasso", "lasso", model: "lasso", oracle: "scikit-learn `Lasso`", source: "Tibshirani 1996"),
    linearModel(
      "Elastic net", "elasticNet", model: "elastic net", oracle: "scikit-learn `ElasticNet`",
      source: "Zou & Hastie 2005; Friedman et al. 2010"),
    Technique(
      "Penalties", "L2 penalty", type: "Penalty.l2", oracle: "closed form, claims X02",
      source: "Goodfellow, Bengio & Courville 2016, §7.1.1", tolerance: 1e-6
    ) {
      descent(.l2(0.25)) { (0..<200).reduce($0) { w, _ in w - 0.1 * (w - 1 + 0.25 * w) } }
    },
    Technique(
      "Penalties", "L1 penalty, subgradient", type: "Penalty.l1", oracle: "definition in Double",
      source: "Goodfellow, Bengio & Courville 2016, §7.1.2", tolerance: 1e-6
    ) {
      descent(.l1(0.25)) {
        (0..<200).reduce($0) { w, _ in
          w - 0.1 * (w - 1 + (w > 0 ? 0.25 : w < 0 ? -0.25 : 0))
        }
      }
    },
    Technique(
      "Penalties", "L1 penalty, proximal step", type: "Penalty.l1(proximal: true)",
      oracle: "closed form: the soft threshold of the optimum", source: "Duchi & Singer 2009",
      tolerance: 1e-6
    ) {
      descent(.l1(0.25, proximal: true)) { _ in softThreshold(1, 0.25) }
    },
  ]

  /// The largest error of a linear model's coefficients on the diabetes data.
  private static func linearModel(
    _ name: String, _ type: String, model: String, oracle: String, source: String
  ) -> Technique {
    Technique(
      "Closed forms", name, type: type, oracle: oracle, source: source, tolerance: 1e-8
    ) {
      let data = Diabetes.standardized
      return LinearModelReference.all.filter { $0.model == model }.map { reference in
        let w =
          switch model {
          case "lasso": lasso(data.x, data.y, reference.l1)
          case "ridge": ridge(data.x, data.y, reference.l2)
          default: elasticNet(data.x, data.y, l1: reference.l1, l2: reference.l2)
          }
        let expected = Vector(reference.coefficients)
        return (w - expected).largestMagnitude / expected.largestMagnitude
      }.max() ?? .infinity
    }
  }

  /// The error of one weight after 200 steps of 0.1 on ½ (w − 1)² with a penalty, from several
  /// starts.
  private static func descent(
    _ penalty: Penalty, _ expected: (Double) -> Double
  ) -> Double {
    [-2.0, -0.5, 0.25, 3].map { start in
      let network = Network(seed: 1) { Weight() }
        .setting("0.weight", to: [Float(start)])
      let trainer = Trainer(network, with: SGD(learningRate: 0.1), penalty: penalty)
      for _ in 0..<200 {
        trainer.step { pass in
          let one = pass.tape.constant([1], Shape(1))
          return 0.5 * (pass(one) - one).sumOfSquares()
        }
      }
      return abs(Double(trainer.network.values(of: "0.weight")[0]) - expected(start))
    }.max()!
  }
}

/// A layer of one weight, whatever its input.
private struct Weight: Layer {
  private var weight: Parameter?

  mutating func declare(in list: inout ParameterList) {
    weight = list.declare("weight", Shape(1), .weight, .uniform(bound: 1))
  }

  func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor { pass[weight] * x }
}
