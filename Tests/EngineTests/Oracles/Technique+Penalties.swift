import Lab

extension Technique {
  static let penalties: [Technique] = [
    penalty(
      "L1 penalty, subgradient", type: "Penalty.l1", "Tibshirani 1996", "L1", .l1(0.2)),
    penalty("L2 penalty", type: "Penalty.l2", "Krogh & Hertz 1992", "L2", .l2(0.2)),
    penalty(
      "Elastic net penalty", type: "Penalty.elasticNet", "Zou & Hastie 2005", "elastic net",
      .elasticNet(l1: 0.2, l2: 0.3)),
    proximal("Proximal L1, gradient descent", "Duchi & Singer 2009, §2", .l1(0.2, proximal: true)) {
      [
        SGD(learningRate: 0.3), SGD(learningRate: 0.1, momentum: 0.8),
        SGD(learningRate: 0.1, momentum: 0.8, nesterov: true),
        SGD(learningRate: 0.3, momentum: 0.8, averaged: true),
        SGD(learningRate: 0.1, momentum: 0.8, dampening: 0.5),
        SGDW(learningRate: 0.1, momentum: 0.8, weightDecay: 0),
      ]
    },
    proximal(
      "Proximal L1, adaptive optimizers", "Duchi, Hazan & Singer 2011, §5",
      .l1(0.2, proximal: true)
    ) {
      [
        AdaGrad(learningRate: 1), RMSProp(learningRate: 0.02),
        RMSProp(learningRate: 0.005, momentum: 0.5), Adam(learningRate: 0.02),
        Adam(learningRate: 0.02, biasCorrection: false),
        SAM(AdamW(learningRate: 0.02, weightDecay: 0), rho: 0),
      ]
    },
    proximal(
      "Proximal elastic net", "Zou & Hastie 2005; Parikh & Boyd 2014, §6.5.3",
      .elasticNet(l1: 0.2, l2: 0.3, proximal: true)
    ) { [SGD(learningRate: 0.3), Adam(learningRate: 0.02)] },
    Technique(
      "Penalties", "Max-norm constraint", type: "MaxNorm",
      oracle: "PyTorch `renorm`", source: "Srivastava et al. 2014, §5.1", tolerance: 1e-5
    ) {
      let expected = Quadratic.reference["max norm"]
      let w = expected["w"]!
      let trainer = Trainer(
        Point.network(w.reals, w.asShape), with: SGD(learningRate: 1), callbacks: [MaxNorm(2)])
      trainer.step(along: w.reals.map { 0 * $0 })
      return relativeError(trainer.point, expected["limited"]!.values)
    },
  ]

  private static func penalty(
    _ name: String, type: String, _ source: String, _ reference: String, _ penalty: Penalty
  ) -> Technique {
    Technique(
      "Penalties", name, type: type, oracle: "PyTorch's gradient of the term, ten steps",
      source: source, tolerance: 1e-5
    ) {
      relativeError(
        Quadratic().path(SGD(learningRate: 0.1), penalty),
        Quadratic.reference[reference]["path"]!.values)
    }
  }

  /// Every optimizer has to end at the minimum, zeros exact.
  private static func proximal(
    _ name: String, _ source: String, _ penalty: Penalty,
    _ optimizers: @escaping @Sendable () -> [any Optimizer]
  ) -> Technique {
    Technique(
      "Penalties", name, type: "Penalty(proximal:)",
      oracle: "closed form, Goodfellow et al. 2016, eq. 7.23", source: source, tolerance: 1e-5
    ) {
      let minimum = Quadratic().minimum(penalty)
      return optimizers().map { optimizer in
        let found = Quadratic().path(optimizer, penalty, steps: 5000).suffix(minimum.count)
        let zeros = zip(found, minimum).allSatisfy { ($0 == 0) == ($1 == 0) }
        return zeros ? relativeError(Array(found), minimum) : .infinity
      }.largestError
    }
  }
}
