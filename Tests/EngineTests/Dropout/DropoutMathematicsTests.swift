import Lab
import Testing

@testable import Training

/// What dropout does on average: the rows X06, X09 to X12 and X20e of the catalogue of experiments.
@Suite struct DropoutMathematicsTests {
  /// X06: in single precision a softmax can say 1 and 0.
  @Test func softmaxReachesOneAndZero() {
    func softmax(_ gap: Int) -> [Float] {
      probabilities(ofLogits: [Float(gap), 0], classes: 2)
    }
    for gap in 1...105 {
      #expect((softmax(gap)[0] == 1) == (gap >= 17))
      #expect((softmax(gap)[1] == 0) == (gap >= 104))
    }
  }

  /// X09: the loss of a linear regression averaged over all masks is ridge's with
  /// Γ = diag(XᵀX)^½ (Srivastava et al. 2014, §9.1).
  @Test(arguments: [0.2, 0.5, 0.7])
  func dropoutInLinearRegressionIsRidge(_ p: Double) {
    let (d, q) = (6, 1 - p)
    let x = normalMatrix(12, d, "inputs")
    let y = normalVector(12, "targets")
    let w = normalVector(d, "weights")
    let gram = x.transposed * x
    let squares = Vector((0..<d).map { gram[$0, $0] })
    var loss = 0.0
    var system = Matrix(rows: d, columns: d) { _, _ in 0 }
    var right = Vector(count: d)
    for (mask, probability) in allMasks(d, keep: q) {
      let masked = x * Matrix(diagonal: mask)
      let residual = y - masked * w
      loss += probability * residual.dot(residual)
      system = system + probability * (masked.transposed * masked)
      right += probability * (masked.transposed * y)
    }
    let residual = y - q * (x * w)
    let closed = residual.dot(residual) + p * q * (w * w).dot(squares)
    #expect(abs(loss - closed) <= 1e-10 * closed)
    let ridge = (q * q * gram + p * q * Matrix(diagonal: squares)).solve(q * (x.transposed * y))
    #expect((system.solve(right) - ridge).largestMagnitude <= 1e-10)
  }

  /// X10: the normalised geometric mean of softmax regressions under all masks is the one with scaled
  /// weights (Goodfellow, Bengio & Courville 2016, §7.12); the arithmetic mean is not.
  @Test(arguments: [0.5, 0.8])
  func scaledWeightsAreTheGeometricMean(_ keep: Double) {
    let (d, classes) = (8, 3)
    let w = normalMatrix(classes, d, "weights")
    let b = normalVector(classes, "biases")
    let x = normalVector(d, "input")
    func softmax(_ z: Vector) -> Vector {
      let e = Vector(z.map { exp($0 - z.max()!) })
      return e / e.sum
    }
    var logarithms = Vector(count: classes)
    var arithmetic = Vector(count: classes)
    for (mask, probability) in allMasks(d, keep: keep) {
      let p = softmax(w * (mask * x) + b)
      logarithms += probability * Vector(p.map { log($0) })
      arithmetic += probability * p
    }
    let scaled = softmax(w * (keep * x) + b)
    #expect((softmax(logarithms) - scaled).largestMagnitude <= 1e-12)
    #expect((arithmetic - scaled).largestMagnitude > 1e-3)
  }

  /// X11: three noises with the same means and variances; that on the weights has no covariance
  /// between outputs.
  @Test func threeNoisesOfALayer() {
    let (draws, d, p) = (400_000, 6, 0.4)
    let a = normalVector(d, "activations").floats
    let w = normalMatrix(d, 2, "weights")
    let weights = w.elements.map { Float($0) }
    func moments(_ rows: [Float]) -> (mean: [Double], variance: [Double], covariance: Double) {
      let z = (0..<2).map { j in Vector((0..<draws).map { Double(rows[2 * $0 + j]) }) }
      let means = z.map(\.mean)
      let centred = (0..<2).map { j in Vector(z[j].map { $0 - means[j] }) }
      let n = Double(draws)
      return (means, centred.map { $0.dot($0) / n }, centred[0].dot(centred[1]) / n)
    }
    func noisy(_ layer: any Layer) -> [Float] {
      let network = Network(seed: 1) {
        [layer]
        Linear(d, 2)
      }.setting("1.weight", to: weights).setting("1.bias", to: [0, 0])
      return output(
        of: network, Array(repeatElement(a, count: draws).joined()), Shape(draws, d))
    }
    // Every weight its own factor: the products aᵢ wᵢⱼ under Gaussian dropout, then summed.
    let products = (0..<2 * d).map { a[$0 / 2] * weights[$0] }
    let summing = Network(seed: 1) {
      GaussianDropout(p: p)
      Linear(2 * d, 2)
    }.setting("1.weight", to: (0..<4 * d).map { Float(($0 / 2) % 2 == $0 % 2 ? 1 : 0) })
      .setting("1.bias", to: [0, 0])
    let onWeights = output(
      of: summing, Array(repeatElement(products, count: draws).joined()), Shape(draws, 2 * d))

    let alpha = p / (1 - p)
    let squares = Vector(a.map { Double($0) * Double($0) })
    let variance = (0..<2).map { alpha * squares.dot(w.column($0) * w.column($0)) }
    let covariance = alpha * squares.dot(w.column(0) * w.column(1))
    let mean = (0..<2).map { Vector(a.map { Double($0) }).dot(w.column($0)) }
    let size = (variance[0] * variance[1]).squareRoot()
    let cases = [
      (noisy(Dropout(p: p)), covariance), (noisy(GaussianDropout(p: p)), covariance),
      (onWeights, 0),
    ]
    for (rows, expected) in cases {
      let found = moments(rows)
      for j in 0..<2 {
        #expect(abs(found.mean[j] - mean[j]) < 5 * (variance[j] / Double(draws)).squareRoot())
        #expect(abs(found.variance[j] / variance[j] - 1) < 0.015)
      }
      #expect(abs(found.covariance - expected) < 0.015 * size)
    }
    #expect(abs(covariance) > 0.1 * size)
  }

  /// X12: the moments predict a DropConnect layer far better than the mean of the weights.
  @Test func momentsBeatMeanWeights() {
    let (inputs, outputs, draws) = (30, 400, 4000)
    let network = Network(seed: 1) {
      DropConnect(inputs, outputs, initializer: .normal(standardDeviation: 0.3))
    }
    let x = normalVector(inputs, "input").floats
    let masked = output(
      of: network, Array(repeatElement(x, count: draws).joined()), Shape(draws, inputs))
    let average = (0..<outputs).map { j in
      (0..<draws).reduce(0.0) { $0 + Double(masked[$1 * outputs + j]) } / Double(draws)
    }
    let moments = output(of: network, x, Shape(1, inputs), .evaluation)
    let half = Network(seed: 1) {
      Linear(inputs, outputs)
      ReLU()
    }.setting("0.weight", to: network.values(of: "0.weight").map { 0.5 * $0 })
      .setting("0.bias", to: network.values(of: "0.bias").map { 0.5 * $0 })
    let means = output(of: half, x, Shape(1, inputs), .evaluation)
    func error(_ y: [Float]) -> Double {
      zip(y, average).reduce(0) { $0 + abs(Double($1.0) - $1.1) } / Double(outputs)
    }
    #expect(error(moments) < 0.2 * error(means))
    // ReLU is convex: the mean of its values is above its value at the mean.
    #expect(zip(means, average).reduce(0) { $0 + Double($1.0) - $1.1 } < 0)
  }

  /// X20e: noise on the inputs of a linear model is a Tikhonov penalty: E‖y − (X + N) w‖² =
  /// ‖y − X w‖² + n σ² ‖w‖² (Bishop 1995).
  @Test func inputNoiseIsTikhonov() {
    let (n, d, deviation, draws) = (20, 5, 0.7, 4000)
    let x = normalMatrix(n, d, "inputs")
    let y = normalVector(n, "targets")
    let w = normalVector(d, "weights")
    let network = Network(seed: 1) {
      GaussianNoise(standardDeviation: deviation)
      Linear(d, 1)
    }.setting("1.weight", to: w.floats).setting("1.bias", to: [0])
    var total = 0.0
    for step in 0..<draws {
      let found = output(
        of: network, x.elements.map { Float($0) }, Shape(n, d), step: step)
      let residual = y - Vector(found.map { Double($0) })
      total += residual.dot(residual)
    }
    let residual = y - x * w
    let closed = residual.dot(residual) + Double(n) * deviation * deviation * w.dot(w)
    #expect(abs(total / Double(draws) / closed - 1) < 0.01)
  }
}
