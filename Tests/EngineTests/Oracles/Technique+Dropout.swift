import Lab

@testable import Training

/// A dropout whose mask is shared, for the oracle of the function.
private struct SharedDropout: Layer {
  let sharing: MaskSharing
  private var noise: Noise?

  init(_ sharing: MaskSharing) { self.sharing = sharing }

  mutating func declare(in list: inout ParameterList) { noise = list.declareNoise() }

  func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    dropout(x, p: 0.3, sharing: sharing, pass.random(noise))
  }
}

extension Technique {
  private static func row(
    _ name: String, type: String, oracle: String, source: String, tolerance: Double = 1e-5,
    error: @escaping @Sendable (Reference) -> Double
  ) -> Technique {
    Technique(
      "Dropout", name, type: type, oracle: oracle, source: source, tolerance: tolerance
    ) { error(Reference("torch_dropout")) }
  }

  /// The masks are those of a second implementation of the streams, in Python; PyTorch multiplies.
  static let dropout: [Technique] = [
    row(
      "Dropout, inverted", type: "Dropout(p:)", oracle: "PyTorch, given our mask",
      source: "Srivastava et al. 2014, §10"
    ) {
      largestError(
        $0.error(of: "Dropout") { Dropout(p: 0.3) },
        $0.error(of: "Dropout at inference", .evaluation) { Dropout(p: 0.3) })
    },
    row(
      "Dropout, standard", type: "Dropout(p:form:)",
      oracle: "PyTorch, given our mask", source: "Srivastava et al. 2014, §4"
    ) {
      largestError(
        $0.error(of: "Dropout, standard") { Dropout(p: 0.3, form: .standard) },
        $0.error(of: "Dropout, standard, at inference", .evaluation) {
          Dropout(p: 0.3, form: .standard)
        })
    },
    row(
      "Dropout, shared masks", type: "dropout(_:p:sharing:)",
      oracle: "PyTorch, given our mask",
      source: "Tompson et al. 2015; Gal & Ghahramani 2016"
    ) {
      largestError(
        $0.error(of: "Dropout of positions") { SharedDropout(.positions) },
        $0.error(of: "Dropout of entries") { SharedDropout(.entries) })
    },
    row(
      "Gaussian dropout", type: "GaussianDropout",
      oracle: "PyTorch, given our mask", source: "Srivastava et al. 2014, §10"
    ) { $0.error(of: "GaussianDropout") { GaussianDropout(p: 0.3) } },
    row(
      "Gaussian noise", type: "GaussianNoise",
      oracle: "PyTorch, given our noise", source: "Bishop 1995"
    ) { $0.error(of: "GaussianNoise") { GaussianNoise(standardDeviation: 0.5) } },
    row(
      "DropConnect", type: "DropConnect", oracle: "PyTorch, given our masks",
      source: "Wan et al. 2013, §3"
    ) { $0.error(of: "DropConnect") { DropConnect(4, 6, p: 0.4) } },
    row(
      "DropConnect, inference by moments", type: "DropConnect",
      oracle: "PyTorch `Normal`; fine quadrature", source: "Wan et al. 2013, §4"
    ) { reference in
      let cases: [(String, Activation)] = [
        ("relu", .relu), ("tanh", .tanh), ("sigmoid", .sigmoid), ("identity", .identity),
      ]
      return cases.map { name, activation in
        reference.error(of: "DropConnect, \(name), at inference", .evaluation) {
          DropConnect(4, 6, p: 0.4, activation: activation)
        }
      }.largestError
    },
    row(
      "Standout (adaptive dropout)", type: "Standout",
      oracle: "PyTorch, given our mask", source: "Ba & Frey 2013"
    ) {
      largestError(
        $0.error(of: "Standout") { Standout(alpha: 1.5, beta: -0.25) },
        $0.error(of: "Standout at inference", .evaluation) { Standout(alpha: 1.5, beta: -0.25) })
    },
    row(
      "Monte-Carlo dropout", type: "Network.samples(for:draws:seed:)",
      oracle: "PyTorch, given our masks", source: "Gal & Ghahramani 2016"
    ) { reference in
      let expected = reference["Monte-Carlo dropout"]
      let network = Network(seed: 1) {
        Dropout(p: 0.3)
        Linear(4, 3)
      }.setting("1.weight", to: expected["weight"]!.reals)
        .setting("1.bias", to: expected["bias"]!.reals)
      let examples = LabeledExamples(
        features: 4, classes: 3, inputs: expected["x"]!.reals, labels: [0, 1, 2])
      let samples = network.samples(for: examples, draws: 5, seed: 0)
      return [
        relativeError(samples.draws.flatMap { $0 }, expected["draws"]!.values),
        relativeError(samples.mean, expected["mean"]!.values),
        relativeError(samples.variance, expected["variance"]!.values),
        relativeError(samples.probabilities, expected["probabilities"]!.values),
        relativeError(samples.entropy, expected["entropy"]!.values),
      ].largestError
    },
  ]
}

/// The same for numbers in double precision.
func relativeError(_ found: [Double], _ expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  let size = max(expected.map(abs).max() ?? 0, 1e-30)
  return zip(found, expected).map { abs($0 - $1) }.reduce(0) { $1 > $0 || $1.isNaN ? $1 : $0 }
    / size
}
