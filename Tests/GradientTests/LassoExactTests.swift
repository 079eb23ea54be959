import Autograd
import Kernels
import Numerics
import Testing
import Training

/// Sparse regression with an L1 penalty, trained (claims.md X01).
@Suite struct LassoExactTests {
  @Test(arguments: 1...3)
  func onlyTheProximalStepMakesZeros(_ seed: Int) {
    let (n, d, lambda, rate) = (100, 50, 0.1, 0.05)
    var random = RandomStream(seed: seed, "sparse")
    let x = (0..<n * d).map { _ in random.normal() }
    let truth = (0..<d).map { $0 < 10 ? random.normal() : 0 }
    let y = (0..<n).map { i in
      (0..<d).reduce(0.5 * random.normal()) { $0 + x[i * d + $1] * truth[$1] }
    }
    func loss(_ pass: Pass) -> Tensor {
      let w = pass(pass.tape.constant([Real](repeating: 1, count: d), Shape(d, 1)))
      return 0.5
        * meanSquaredError(
          pass.tape.constant(x, Shape(n, d)).matmul(w), pass.tape.constant(y, Shape(n, 1)))
    }
    func trained(_ penalty: Penalty, start: [Real]) -> (
      w: [Real], gradient: [Real], objective: Real
    ) {
      let trainer = Trainer(
        Point.network(start, Shape(d, 1)), with: SGD(learningRate: rate), penalty: penalty)
      for _ in 0..<3000 { trainer.step(loss) }
      let w = trainer.point
      // The loss's own gradient, from a step that goes nowhere.
      let judge = Trainer(Point.network(w, Shape(d, 1)), with: SGD(learningRate: 1))
      let value = judge.step(loss)
      return (w, judge.gradient(of: "0.w"), value + lambda * w.reduce(0) { $0 + abs($1) })
    }
    let start = (0..<d).map { _ in 0.1 * random.normal() }
    let sub = trained(.l1(lambda), start: start)
    let prox = trained(.l1(lambda, proximal: true), start: start)
    let ridge = trained(.l2(lambda), start: start)
    let zeros = prox.w.indices.filter { prox.w[$0] == 0 }
    #expect(!sub.w.contains(0) && !ridge.w.contains(0) && zeros.count >= 30)
    #expect(sub.objective > prox.objective)
    for j in zeros {
      #expect(abs(sub.w[j]) <= 3 * rate * lambda)
      #expect(abs(prox.gradient[j]) <= lambda * (1 + 1e-9))
    }
    for j in prox.w.indices where prox.w[j] != 0 {
      #expect(abs(prox.gradient[j] + (prox.w[j] > 0 ? lambda : -lambda)) <= 1e-9)
    }
    let nothing = [Real](repeating: 0, count: d)
    let judge = Trainer(Point.network(nothing, Shape(d, 1)), with: SGD(learningRate: 1))
    judge.step(loss)
    let largest = judge.gradient(of: "0.w").map { abs($0) }.max()!
    #expect(trained(.l1(1.0001 * largest, proximal: true), start: start).w == nothing)
  }
}
