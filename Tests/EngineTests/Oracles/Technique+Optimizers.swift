import Lab

@testable import Training

extension Technique {
  static let optimizers: [Technique] = [
    optimizer("SGD", type: "SGD", "Robbins & Monro 1951", "`SGD`") {
      [
        ("SGD", SGD(learningRate: 0.1)),
        ("SGD decay", SGD(learningRate: 0.1, weightDecay: 0.3, decayed: .all)),
      ]
    },
    optimizer("Momentum", type: "SGD(momentum:)", "Polyak 1964", "`SGD`") {
      [
        ("SGD momentum", SGD(learningRate: 0.1, momentum: 0.9)),
        (
          "SGD dampening",
          SGD(learningRate: 0.1, momentum: 0.9, dampening: 0.5, weightDecay: 0.3, decayed: .all)
        ),
      ]
    },
    optimizer(
      "Nesterov's momentum", type: "SGD(nesterov:)", "Sutskever et al. 2013", "`SGD`"
    ) {
      [
        (
          "SGD Nesterov",
          SGD(learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.3, decayed: .all)
        )
      ]
    },
    optimizer(
      "SGD with decoupled decay", type: "SGDW", "Loshchilov & Hutter 2019, algorithm 1",
      "`SGD` after w *= 1 − ηλ"
    ) {
      [
        ("SGDW", SGDW(learningRate: 0.1, momentum: 0.9, weightDecay: 0.3, decayed: .all)),
        ("SGDW Nesterov", SGDW(learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.3)),
      ]
    },
    optimizer("AdaGrad", type: "AdaGrad", "Duchi, Hazan & Singer 2011", "`Adagrad`") {
      [
        ("Adagrad", AdaGrad(learningRate: 0.1)),
        (
          "Adagrad decay",
          AdaGrad(learningRate: 0.1, learningRateDecay: 0.2, weightDecay: 0.3, decayed: .all)
        ),
      ]
    },
    optimizer(
      "RMSProp", type: "RMSProp", "Tieleman & Hinton 2012, lecture 6e", "`RMSprop`"
    ) {
      [
        ("RMSprop", RMSProp(learningRate: 0.05)),
        (
          "RMSprop momentum",
          RMSProp(learningRate: 0.05, alpha: 0.9, momentum: 0.8, weightDecay: 0.3, decayed: .all)
        ),
      ]
    },
    optimizer(
      "Centered RMSProp", type: "RMSProp(centered:)", "Graves 2013, §4.2", "`RMSprop`"
    ) {
      [
        ("RMSprop centered", RMSProp(learningRate: 0.05, alpha: 0.9, centered: true)),
        (
          "RMSprop all",
          RMSProp(
            learningRate: 0.05, alpha: 0.9, momentum: 0.8, centered: true, weightDecay: 0.3,
            decayed: .all)
        ),
      ]
    },
    optimizer("Adam", type: "Adam", "Kingma & Ba 2015, algorithm 1", "`Adam`") {
      [
        ("Adam", Adam(learningRate: 0.05)),
        (
          "Adam decay",
          Adam(learningRate: 0.05, betas: (0.8, 0.95), eps: 1e-3, weightDecay: 0.3, decayed: .all)
        ),
      ]
    },
    optimizer(
      "AdamW", type: "AdamW", "Loshchilov & Hutter 2019, algorithm 2", "`AdamW`"
    ) { [("AdamW", AdamW(learningRate: 0.05, weightDecay: 0.3))] },
    optimizer(
      "Sharpness-aware minimisation", type: "SAM", "Foret et al. 2021, algorithm 1",
      "`SGD` and `Adam`, gradients at w + ρ g/‖g‖"
    ) {
      [
        ("SAM SGD", SAM(SGD(learningRate: 0.1, momentum: 0.9), rho: 0.3)),
        ("SAM Adam", SAM(Adam(learningRate: 0.05), rho: 0.3)),
      ]
    },
    Technique(
      "Optimizers", "Clipping by norm", type: "GradientClipping.norm",
      oracle: "PyTorch `clip_grad_norm_`", source: "Pascanu, Mikolov & Bengio 2013, algorithm 1",
      tolerance: 1e-5
    ) {
      largestError(
        clippingError("clip norm", .norm(1.5)), clippingError("clip norm unused", .norm(100)))
    },
    Technique(
      "Optimizers", "Clipping by value", type: "GradientClipping.value",
      oracle: "PyTorch `clip_grad_value_`", source: "Mikolov 2012", tolerance: 1e-5
    ) { clippingError("clip value", .value(0.5)) },
  ]

  private static func optimizer(
    _ name: String, type: String, _ source: String, _ oracle: String,
    _ cases: @escaping @Sendable () -> [(String, any Optimizer)]
  ) -> Technique {
    Technique(
      "Optimizers", name, type: type, oracle: "PyTorch \(oracle), ten steps", source: source,
      tolerance: 1e-5
    ) {
      cases().map { relativeError(Quadratic().path($1), Quadratic.reference[$0]["path"]!.values) }
        .largestError
    }
  }

  private static func clippingError(_ name: String, _ clipping: GradientClipping) -> Double {
    let expected = Quadratic.reference[name]
    let gradient = expected["gradient"]!.reals
    let trainer = Trainer(
      Point.network([Float](repeating: 0, count: gradient.count)), with: SGD(learningRate: 1),
      callbacks: [clipping])
    trainer.step(along: gradient)
    return relativeError(trainer.gradient(of: "0.w"), expected["clipped"]!.values)
  }
}

/// The loss Σ h (w − c)²/2 of `References/torch_optimizers.py`.
struct Quadratic {
  static var reference: Reference { Reference("torch_optimizers") }
  let start: [Float]
  private let center: [Float]
  private let curvature: [Float]

  init() {
    let problem = Self.reference["problem"]
    start = problem["start"]!.reals
    center = problem["center"]!.reals
    curvature = problem["curvature"]!.reals
  }

  /// The loss of a pass through `Point`.
  func loss(_ pass: Pass) -> Tensor {
    let shape = Shape(start.count)
    let w = pass(pass.tape.constant([Float](repeating: 1, count: start.count), shape))
    let away = w - pass.tape.constant(center, shape)
    return 0.5 * (pass.tape.constant(curvature, shape) * (away * away)).sum()
  }

  /// The parameters after each of the steps, one after the other.
  func path(
    _ optimizer: any Optimizer, _ penalty: Penalty = .none, steps: Int = 10
  ) -> [Float] {
    let trainer = Trainer(Point.network(start), with: optimizer, penalty: penalty)
    return (0..<steps).flatMap { _ in
      trainer.step(loss)
      return trainer.point
    }
  }

  /// Where the loss with a penalty of one term is smallest: S(hc, λ₁)/(h + λ₂).
  func minimum(_ penalty: Penalty) -> [Double] {
    zip(center, curvature).map { c, h in
      let price = softThreshold(Double(h) * Double(c), penalty.terms[0].l1)
      return price / (Double(h) + penalty.terms[0].l2)
    }
  }
}
