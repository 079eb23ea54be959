import Foundation
import Lab
import Testing

/// scikit-learn's coefficients on the diabetes data (`References/linear_models.py` makes them).
struct LinearModelReference: Decodable {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let model: String
    let l1: Double
    let l2: Double
    let coefficients: [Double]
    var testDescription: String { "\(model) l1 \(l1) l2 \(l2)" }
  }
  let cases: [Case]

  static let all: [Case] = {
    let url = Bundle.module.url(forResource: "References/linear_models", withExtension: "json")
    guard let url, let data = try? Data(contentsOf: url),
      let reference = try? JSONDecoder().decode(LinearModelReference.self, from: data)
    else { fatalError("References/linear_models.json cannot be read") }
    return reference.cases
  }()
}

@Suite struct LinearModelTests {
  @Test(arguments: LinearModelReference.all)
  func agreesWithScikitLearn(_ reference: LinearModelReference.Case) {
    let data = Diabetes.standardized
    let w =
      switch reference.model {
      case "lasso": lasso(data.x, data.y, reference.l1)
      case "ridge": ridge(data.x, data.y, reference.l2)
      default: elasticNet(data.x, data.y, l1: reference.l1, l2: reference.l2)
      }
    // The coefficients are tens of points of progression; 1e-6 is eight digits.
    #expect((w - Vector(reference.coefficients)).largestMagnitude <= 1e-6)
    #expect(w.zeros == reference.coefficients.count { $0 == 0 })
  }

  @Test func lassoIsZeroExactlyAboveTheLargestPrice() {
    let data = Diabetes.standardized
    let strongest = (data.x.transposed * data.y / Double(data.y.count)).largestMagnitude
    #expect(lasso(data.x, data.y, strongest * 1.0001).zeros == 10)
    #expect(lasso(data.x, data.y, strongest * 0.9999).zeros == 9)
  }

  @Test(arguments: 1...5)
  func lassoMeetsItsOptimality(_ seed: Int) {
    let task = Regression.synthetic(examples: 60, features: 20, nonzeros: 5, noise: 0.5, seed: seed)
    let w = lasso(task.x, task.y, 0.1)
    let gradient = task.x.transposed * (task.x * w - task.y) / 60
    for j in 0..<20 {
      if w[j] == 0 {
        #expect(abs(gradient[j]) <= 0.1 + 1e-9)
      } else {
        #expect(abs(gradient[j] + 0.1 * (w[j] > 0 ? 1 : -1)) <= 1e-9)
      }
    }
  }
}
