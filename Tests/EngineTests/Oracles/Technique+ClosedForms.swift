import Lab

extension Technique {
  static let closedForms: [Technique] = [
    linear("Ridge regression", type: "ridge", "Hoerl & Kennard 1970", "Ridge") {
      ridge(Diabetes.standardized.x, Diabetes.standardized.y, $0.l2)
    },
    linear("Lasso", type: "lasso", "Tibshirani 1996", "Lasso") {
      lasso(Diabetes.standardized.x, Diabetes.standardized.y, $0.l1)
    },
    linear("Elastic net", type: "elasticNet", "Zou & Hastie 2005", "ElasticNet") {
      elasticNet(Diabetes.standardized.x, Diabetes.standardized.y, l1: $0.l1, l2: $0.l2)
    },
    Technique(
      "Closed forms", "Minimum-norm solution", type: "minimumNorm", oracle: "NumPy `linalg.pinv`",
      source: "Penrose 1955", tolerance: 1e-9
    ) {
      closedForm { x, y, expected in
        error(minimumNorm(x, y), Vector(expected["minimum norm"]!.values))
      }
    },
    Technique(
      "Closed forms", "Path of gradient descent", type: "gradientDescent",
      oracle: "NumPy, step by step", source: "Goodfellow et al. 2016, eq. 7.40", tolerance: 1e-9
    ) {
      closedForm { x, y, expected in
        let path = expected["path"]!.values
        return (1...40).map { k in
          error(
            gradientDescent(x, y, learningRate: 0.1, steps: k),
            Vector(path[(k - 1) * x.columns..<k * x.columns]))
        }.largestError
      }
    },
    Technique(
      "Closed forms", "Early stopping as ridge regression", type: "equivalentRidge",
      oracle: "NumPy, step by step", source: "Ali, Kolter & Tibshirani 2019, lemma 3",
      tolerance: 1e-9
    ) {
      closedForm { x, y, expected in
        let path = expected["path"]!.values
        return [1, 2, 10, 40].map { k in
          let q = equivalentRidge(x, learningRate: 0.1, steps: k)
          return error(
            ridge(x, y, q), Vector(path[(k - 1) * x.columns..<k * x.columns]))
        }.largestError
      }
    },
    Technique(
      "Closed forms", "Risk of ridgeless regression", type: "ridgelessRisk",
      oracle: "simulation", source: "Hastie et al. 2022, theorem 1", tolerance: 0.1
    ) {
      [(50, 100), (100, 50), (250, 50)].map { features, examples in
        let risk = (1...20).map { seed in
          let truth = Vector((0..<features).map { _ in 1 / Double(features).squareRoot() })
          var random = RandomStream(seed: seed, "ridgeless")
          let x = Matrix(rows: examples, columns: features) { _, _ in random.normal() }
          let y = x * truth + Vector((0..<examples).map { _ in 0.5 * random.normal() })
          let away = minimumNorm(x, y) - truth
          return away.dot(away)
        }
        let expected = ridgelessRisk(
          ratio: Double(features) / Double(examples), signal: 1, noise: 0.25)
        return abs(Vector(risk).mean / expected - 1)
      }.largestError
    },
  ]

  private static func linear(
    _ name: String, type: String, _ source: String, _ model: String,
    _ fit: @escaping @Sendable (LinearModelReference.Case) -> Vector
  ) -> Technique {
    Technique(
      "Closed forms", name, type: type, oracle: "scikit-learn `\(model)`", source: source,
      tolerance: 1e-7
    ) {
      LinearModelReference.all.filter {
        $0.model == name.lowercased().replacing(" regression", with: "")
      }
      .map { error(fit($0), Vector($0.coefficients)) }.largestError
    }
  }

  private static func closedForm(
    _ measure: (Matrix, Vector, [String: Reference.Array]) -> Double
  ) -> Double {
    let reference = Reference("numpy_closed_forms")
    return ["tall", "wide", "dependent"].map { name in
      let expected = reference[name]
      let (rows, columns) = (expected["x"]!.shape[0], expected["x"]!.shape[1])
      return measure(
        Matrix(rows: rows, columns: columns, expected["x"]!.values),
        Vector(expected["y"]!.values), expected)
    }.largestError
  }

  private static func error(_ found: Vector, _ expected: Vector) -> Double {
    (found - expected).largestMagnitude / max(expected.largestMagnitude, 1e-30)
  }
}
