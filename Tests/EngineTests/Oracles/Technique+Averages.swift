import Lab

extension Technique {
  static let averages: [Technique] = [
    Technique(
      "Stopping and averaging", "Early stopping", type: "EarlyStopping",
      oracle: "the algorithm on the run's own curve",
      source: "Goodfellow et al. 2016, algorithm 7.1", tolerance: 0
    ) { (1...5).map(earlyStoppingError).largestError },
    Technique(
      "Stopping and averaging", "Exponential moving average of the weights",
      type: "WeightAverage.ema", oracle: "PyTorch `swa_utils.get_ema_multi_avg_fn`",
      source: "Polyak & Juditsky 1992; Tarvainen & Valpola 2017, §2", tolerance: 1e-5
    ) { averageError("EMA", .ema(decay: 0.8)) },
    Technique(
      "Stopping and averaging", "Bias-corrected average of the weights",
      type: "WeightAverage.ema(debias:)", oracle: "closed form",
      source: "Kingma & Ba 2015, §7.2", tolerance: 1e-5
    ) { debiasedError() },
    Technique(
      "Stopping and averaging", "Stochastic weight averaging", type: "WeightAverage.swa",
      oracle: "PyTorch `swa_utils.get_swa_avg_fn`", source: "Izmailov et al. 2018, algorithm 1",
      tolerance: 1e-5
    ) { averageError("SWA", .swa(from: 1)) },
    schedule(
      "Step decay", type: "Schedule.step", "PyTorch `StepLR`", "He et al. 2016, §4.2",
      "StepLR", .step(every: 3, factor: 0.1)),
    schedule(
      "Cosine decay", type: "Schedule.cosine", "PyTorch `CosineAnnealingLR`",
      "Loshchilov & Hutter 2017, eq. 5", "CosineAnnealingLR", .cosine(to: 0.01)),
    schedule(
      "Linear decay", type: "Schedule.linear", "PyTorch `LinearLR`",
      "Goodfellow et al. 2016, eq. 8.14", "LinearLR", .linear(to: 0.05)),
    schedule(
      "Linear warm-up", type: "Schedule.constant(warmUp:)", "PyTorch `LinearLR`",
      "Goyal et al. 2017, §2.2", "warm-up", .constant(warmUp: 5)),
    schedule(
      "Warm-up and cosine decay", type: "Schedule.cosine(warmUp:)", "PyTorch `SequentialLR`",
      "Goyal et al. 2017; Loshchilov & Hutter 2017", "warm-up and cosine", .cosine(warmUp: 5)),
  ]

  /// The distance of the best epoch from the one that algorithm 7.1 finds on the validation losses.
  private static func earlyStoppingError(patience: Int) -> Double {
    let run = CallbackTests.run(
      [EarlyStopping(patience: patience)], with: SGD(learningRate: 1.5), epochs: 60)
    let losses = run.validationLoss
    var (i, j, best, value) = (0, 0, 0, Double.infinity)
    while j < patience && i < 60 {
      i += 1
      if losses[i] < value {
        (j, best, value) = (0, i, losses[i])
      } else {
        j += 1
      }
    }
    return Double(abs(run.bestEpoch! - best) + abs(run.epochs - i))
  }

  /// One epoch is one step, so that both intervals see the same networks.
  private static func averageError(_ name: String, _ average: WeightAverage) -> Double {
    let problem = Quadratic()
    let trainer = Trainer(Point.network(problem.start), with: SGD(learningRate: 0.1))
    var average = average
    let means = (0..<10).flatMap { _ in
      trainer.step(problem.loss)
      average.stepEnded(trainer)
      average.epochEnded(trainer)
      return average.network(of: trainer)!.values
    }
    return relativeError(means, Quadratic.reference[name]["path"]!.values)
  }

  /// Σ dᵏ w over Σ dᵏ in double precision.
  private static func debiasedError() -> Double {
    let problem = Quadratic()
    let trainer = Trainer(Point.network(problem.start), with: SGD(learningRate: 0.1))
    var average = WeightAverage.ema(decay: 0.8, debias: true)
    var sum = [Double](repeating: 0, count: problem.start.count)
    var weight = 0.0
    var worst = 0.0
    for _ in 0..<10 {
      trainer.step(problem.loss)
      average.stepEnded(trainer)
      for (i, w) in trainer.point.enumerated() { sum[i] = 0.8 * sum[i] + Double(w) }
      weight = 0.8 * weight + 1
      worst = largestError(
        worst, relativeError(average.network(of: trainer)!.values, sum.map { $0 / weight }))
    }
    return worst
  }

  private static func schedule(
    _ name: String, type: String, _ oracle: String, _ source: String, _ reference: String,
    _ schedule: Schedule
  ) -> Technique {
    Technique(
      "Schedules", name, type: type, oracle: oracle, source: source, tolerance: 1e-5
    ) {
      let expected = Quadratic.reference[reference]["rates"]!.values
      // One epoch is one step here, as for PyTorch's schedulers.
      let found = expected.indices.map {
        Float(schedule.learningRate(step: $0, epoch: $0, of: 20, from: 0.5))
      }
      return relativeError(found, expected)
    }
  }
}
