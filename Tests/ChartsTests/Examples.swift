import Results
import Testing

/// A chart with a name, for the golden files.
struct Example: CustomTestStringConvertible, Sendable {
  var name: String
  var chart: Chart

  var testDescription: String { name }
}

extension Example {
  static let all: [Example] = [
    lineWithBand, lassoPath, scatter, bars, groupedBars, rules, singlePoint, gaps, empty, huge,
    small,
    percent, crowdedEnds, mixed, negativeBars, narrowLog,
  ]

  /// A curve that falls from 1 to about 0, without libm.
  private static func fall(_ epochs: [Double], speed: Double, floor: Double) -> [Double] {
    epochs.map { floor + (2.3 - floor) / (1 + speed * ($0 - 1) + 0.002 * $0 * $0) }
  }

  static let lineWithBand: Example = {
    let epochs = (1...60).map(Double.init)
    let marks = [("none", 0.2, 0.31), ("L2", 0.15, 0.22), ("dropout 0.5", 0.08, 0.1)].map {
      label, speed, floor in
      let y = fall(epochs, speed: speed, floor: floor)
      return Mark(
        kind: .line, label: label, x: epochs, y: y, low: y.map { $0 * 0.93 },
        high: y.map { $0 * 1.06 }, band: "range of 5 seeds")
    }
    return Example(
      name: "line-with-band",
      chart: Chart(
        x: Axis(label: "epoch"), y: Axis(label: "test loss", including: [0]), marks: marks))
  }()

  static let lassoPath: Example = {
    let lambdas = (0...24).map { Double("1e\(-3)")! * Double(1 << $0) / 1000 }
    let marks = (1...10).map { j in
      let size = Double(j % 2 == 0 ? -j : j) / 3
      let knot = Double(j * j) * 0.15
      return Mark(
        kind: .line, label: "feature \(j)", x: lambdas,
        y: lambdas.map { size * max(0, 1 - $0 / knot) })
    }
    return Example(
      name: "lasso-path",
      chart: Chart(
        x: Axis(label: "λ", scale: .log, reversed: true), y: Axis(label: "coefficient"),
        marks: marks))
  }()

  static let scatter: Example = {
    let marks = ["clean labels", "noisy labels & <tags>"].enumerated().map { s, label in
      let x = (0..<14).map { Double(($0 * 37 + s * 11) % 50) / 5 }
      let y = x.enumerated().map { $1 * (s == 0 ? 0.8 : 0.4) + Double(($0 * 29) % 17) / 9 }
      return Mark(
        kind: .dots, label: label, x: x, y: y, low: y.map { $0 - 0.6 }, high: y.map { $0 + 0.5 },
        band: "95 % interval")
    }
    return Example(
      name: "scatter-whiskers",
      chart: Chart(x: Axis(label: "weight norm"), y: Axis(label: "gap"), marks: marks))
  }()

  static let bars = Example(
    name: "bars-whiskers",
    chart: Chart(
      x: Axis(label: "penalty"), y: Axis(label: "accuracy", unit: .percent),
      marks: [
        Mark(
          kind: .bars, label: "accuracy", y: [0.871, 0.903, 0.912, 0.897],
          low: [0.86, 0.895, 0.905, 0.88], high: [0.88, 0.91, 0.921, 0.908],
          band: "range of 5 seeds",
          categories: ["none", "L2", "dropout 0.5", "L2 and dropout together"]),
        Mark(kind: .rule, label: "chance", y: [0.1]),
      ]))

  static let groupedBars: Example = {
    let data = ["digits", "fashion", "letters"]
    let marks = [("none", 0.0), ("L2", 0.02), ("dropout", 0.035)].map { label, gain in
      let y = [0.9, 0.81, 0.74].map { $0 + gain }
      return Mark(
        kind: .bars, label: label, y: y, low: y.map { $0 - 0.01 }, high: y.map { $0 + 0.015 },
        band: "range of 5 seeds", categories: data)
    }
    return Example(
      name: "grouped-bars",
      chart: Chart(
        x: Axis(label: "data"), y: Axis(label: "accuracy", including: [1], unit: .percent),
        marks: marks))
  }()

  static let rules: Example = {
    let epochs = (1...40).map(Double.init)
    let loss = epochs.map { 0.3 + ($0 - 17) * ($0 - 17) / 500 }
    return Example(
      name: "rules",
      chart: Chart(
        x: Axis(label: "epoch"), y: Axis(label: "loss"),
        marks: [
          Mark(kind: .rule, label: "Bayes error", y: [0.25]),
          Mark(kind: .rule, label: "stopped here", x: [17]),
          Mark(kind: .rule, label: "overfits from here", x: [21]),
          Mark(kind: .rule, label: "end", x: [39]),
          Mark(kind: .line, label: "validation", x: epochs, y: loss),
        ]))
  }()

  static let singlePoint = Example(
    name: "single-point",
    chart: Chart(
      x: Axis(label: "step"), y: Axis(label: "loss"),
      marks: [Mark(kind: .line, label: "one", x: [3], y: [0.7])]))

  static let gaps = Example(
    name: "gaps",
    chart: Chart(
      x: Axis(label: "step"), y: Axis(label: "loss", scale: .log),
      marks: [
        Mark(
          kind: .line, label: "diverges", x: (0...9).map(Double.init),
          y: [1, 2, 5, .nan, 40, .infinity, 300, 900, 0, -4]),
        Mark(
          kind: .line, label: "band", x: (0...9).map(Double.init),
          y: [1, 0.8, 0.7, 0.5, 0.4, 0.2, 0.1, 0.08, 0.05, 0.04],
          low: [0.9, 0.7, 0.6, 0.4, .nan, 0.1, 0.05, 0.02, 0, -1],
          high: [1.1, 0.9, 0.8, 0.6, 0.5, 0.3, 0.2, 0.1, 0.07, 0.06], band: "± 2 s"),
      ]))

  static let empty = Example(
    name: "empty", chart: Chart(x: Axis(label: "x"), y: Axis(label: "y"), marks: []))

  static let huge = Example(
    name: "huge",
    chart: Chart(
      x: Axis(label: "parameters", unit: .count), y: Axis(label: "norm"),
      marks: [
        Mark(
          kind: .line, label: "a", x: [0, 1_000_000, 2_500_000, 4_000_000],
          y: [-3e12, 1e12, 9e12, 2.5e13])
      ]))

  static let small = Example(
    name: "small",
    chart: Chart(
      x: Axis(label: "step", unit: .count), y: Axis(label: "error"),
      marks: [
        Mark(kind: .line, label: "rounding", x: [0, 1, 2, 3], y: [1.2e-9, -3e-9, 4e-9, 2e-9])
      ]))

  static let percent = Example(
    name: "percent",
    chart: Chart(
      x: Axis(label: "training examples", scale: .log, unit: .count),
      y: Axis(label: "test accuracy", including: [0, 1], unit: .percent),
      marks: [
        Mark(
          kind: .line, label: "plain", x: [100, 300, 1000, 3000, 10000],
          y: [0.61, 0.72, 0.83, 0.9, 0.94]),
        Mark(
          kind: .line, label: "augmented", x: [100, 300, 1000, 3000, 10000],
          y: [0.68, 0.79, 0.88, 0.93, 0.95]),
      ]))

  static let crowdedEnds: Example = {
    let steps = (0...20).map(Double.init)
    let marks = (0..<6).map { i -> Mark in
      let growth = 0.05 * Double(6 - i)
      let label = i == 2 ? "a rather long name of a run that has to be cut" : "run \(i)"
      return Mark(
        kind: .line, label: label, x: steps, y: steps.map { 1 + growth * $0 / ($0 + 20) })
    }
    return Example(
      name: "crowded-ends",
      chart: Chart(x: Axis(label: "step"), y: Axis(label: "norm"), marks: marks))
  }()

  static let mixed: Example = {
    let x = (0...20).map { Double($0) / 2 }
    let dots = x.enumerated().map { 0.5 * $1 + Double(($0 * 7) % 5) / 2 - 1 }
    return Example(
      name: "mixed",
      chart: Chart(
        x: Axis(label: "x"), y: Axis(label: "y"),
        marks: [
          Mark(kind: .dots, label: "samples", x: x, y: dots),
          Mark(kind: .line, label: "truth", x: x, y: x.map { 0.5 * $0 }),
          Mark(kind: .line, label: "degree 9", x: x, y: zip(x, dots).map { 0.3 * $0 + 0.4 * $1 }),
          Mark(kind: .rule, label: "", y: [2.5]),
        ]))
  }()

  static let negativeBars = Example(
    name: "negative-bars",
    chart: Chart(
      x: Axis(label: ""), y: Axis(label: "gain", unit: .points),
      marks: [
        Mark(
          kind: .bars, label: "", y: [0.021, -0.013, .nan, 0.004],
          categories: ["batch norm", "label smoothing", "failed", "mixup"])
      ]))

  static let narrowLog = Example(
    name: "narrow-log",
    chart: Chart(
      x: Axis(label: "learning rate", scale: .log), y: Axis(label: "loss", scale: .log),
      marks: [
        Mark(
          kind: .dots, label: "runs", x: [0.001, 0.003, 0.01, 0.02], y: [1.31, 1.25, 1.4, 1.72])
      ]))
}
