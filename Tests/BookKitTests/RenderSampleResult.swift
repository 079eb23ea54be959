import Results

/// What the sample's large experiment said.
enum RenderSampleResult {
  static let result: ExperimentResult = {
    var result = ExperimentResult()
    result.seeds = [1, 2, 3, 4, 5]
    result.inputs = [
      InputFile(path: "chapters/data/diabetes.csv", sha256: String(repeating: "ab", count: 32))
    ]
    result.output = ["lambda  zeros  loss", "0.01    3      0.4312", "0.10    41     0.4571"]
    result.values = [
      value("zeros", [41, 42, 40, 43, 41], .count),
      value("gain", [0.031, 0.024, 0.042, 0.018, 0.036], .points),
      value("accuracy", [0.912, 0.905, 0.921, 0.899, 0.917], .percent),
      value("largest-error", [1.234e-7], .number), value("steps", [60000], .count),
      value("shift", [-0.532, -0.611, -0.48, -0.57, -0.55], .number),
    ]
    result.figures = [figure("path"), figure("later")]
    result.tables = [table]
    result.claims = claims
    return result
  }()

  private static func value(_ name: String, _ samples: [Double], _ unit: Unit) -> RecordedValue {
    RecordedValue(name: name, samples: samples, unit: unit, location: here)
  }

  private static let here = BlockLocation(line: 3, column: 1)

  private static func figure(_ name: String) -> Figure {
    let x = (0...20).map { Double($0) / 4 }
    let up = x.map { 1 - 1 / (1 + $0) }
    let down = x.map { 0.3 + 0.5 / (1 + $0 * $0) }
    return Figure(
      name: name, caption: "Loss falls twice as fast with the <penalty>; the band is the range.",
      chart: Chart(
        x: Axis(label: "epoch"), y: Axis(label: "test loss"),
        marks: [
          Mark(
            kind: .line, label: "L1", x: x, y: down, low: down.map { $0 - 0.05 },
            high: down.map { $0 + 0.06 }, band: "range of 5 seeds"),
          Mark(kind: .line, label: "none", x: x, y: up),
        ]), location: here)
  }

  private static let table = Table(
    name: "losses", caption: "Loss and zeros at three penalties.",
    columns: ["penalty", "λ", "zeros", "test loss", "accuracy"],
    rows: [
      [
        .text("none"), number([0]), .number(samples: [0], unit: .count, decimals: nil),
        .number(samples: [0.45, 0.43], unit: .number, decimals: 3),
        .number(samples: [0.902, 0.91], unit: .percent, decimals: 1),
      ],
      [
        .text("L1 & <b>"), number([0.1]), .number(samples: [41], unit: .count, decimals: nil),
        .number(samples: [0.4, 0.39], unit: .number, decimals: 3),
        .number(samples: [0.917, 0.921], unit: .percent, decimals: 1),
      ],
    ], location: here)

  private static func number(_ samples: [Double]) -> Table.Cell {
    .number(samples: samples, unit: .number, decimals: nil)
  }

  private static let claims = [
    Claim(
      sentence: "L1 leaves more exact zeros than L2.", left: [41, 42, 40, 43, 41],
      relation: .greater, right: [0, 0, 1, 0, 0], strength: .everySeed(margin: 20), tests: ["A17"],
      location: here),
    Claim(
      sentence: "The proximal step solves the lasso: its gap to coordinate descent is zero.",
      left: [1.2e-9], relation: .equal, right: [0], strength: .exact(tolerance: 1e-6), tests: [],
      location: here),
    Claim(
      sentence: "Ridge beats lasso on the diabetes data.", left: [0.5, 0.52, 0.49],
      relation: .less, right: [0.48, 0.5, 0.485], strength: .everySeed(margin: 0),
      tests: ["A18", "D3"], location: here),
    Claim(
      sentence: "The mean gain is positive.", left: [0.1, -0.2, 0.3], relation: .greater,
      right: [0], strength: .interval(confidence: 0.95, margin: 0), tests: ["A19"], location: here),
  ]
}
