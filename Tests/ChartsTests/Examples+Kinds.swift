import Results

/// The kinds that are more than lines, dots and bars.
extension Example {
  static let kinds: [Example] = [
    histograms, heat, heatOfNames, regions, images, filters, panels, barPanels, steps, bundle,
    slider, dense,
  ]

  /// Numbers that look random and are the same everywhere.
  private static func noise(_ count: Int, _ seed: Int) -> [Double] {
    (0..<count).map { i in Double((i * 7919 + seed * 104_729 + i * i % 613 * 31) % 1000) / 1000 }
  }

  static let histograms = Example(
    name: "histograms",
    chart: Chart(
      x: Axis(label: "loss of an image"), y: Axis(label: "images"),
      marks: [
        Mark(
          kind: .histogram, label: "none", x: [0, 0.5, 1, 1.5, 2, 2.5, 3], y: [40, 22, 8, 0, 1, 0],
          note: "2 of 73 values of none are not finite"),
        Mark(
          kind: .histogram, label: "dropout", x: [0, 0.5, 1, 1.5, 2, 2.5, 3],
          y: [12, 35, 18, 6, 2, 0]),
        Mark(kind: .rule, label: "ln 2", x: [0.693147]),
      ]))

  static let heat = Example(
    name: "heat",
    chart: Chart(
      x: Axis(label: "learning rate"), y: Axis(label: "weight decay"),
      marks: [
        Mark(
          kind: .heat, label: "test accuracy", x: [0.001, 0.01, 0.1, 1], y: [0.1, 0.01, 0],
          categories: ["0.001", "0.01", "0.1", "1"], rows: ["0.1", "0.01", "0"],
          values: [0.7, 0.81, 0.92, 0.1, 0.72, 0.85, .nan, 0.11, 0.71, 0.86, 0.9, 0.09],
          unit: .percent, note: "means of 5 seeds")
      ]))

  static let heatOfNames: Example = {
    let names = ["none", "shift by one pixel", "flip"]
    func mark(_ values: [Double]) -> Mark {
      Mark(
        kind: .heat, label: "gain", categories: ["clean", "shifted"], rows: names, values: values,
        unit: .points)
    }
    return Example(
      name: "heat-of-names",
      chart: Chart(
        x: Axis(label: "test images"), y: Axis(label: "training images"), marks: [],
        panels: [
          .init(title: "dense", marks: [mark([0, 0, -0.04, 0.41, -0.041, -0.03])]),
          .init(title: "convolutional", marks: [mark([0.01, 0.05, 0.02, 0.3, 0.01, 0])]),
        ]))
  }()

  static let regions: Example = {
    let steps = (0..<24).map { Double($0) / 4 - 3 }
    func raster(_ bend: Double) -> [String] {
      steps.map { y in
        String(
          steps.map { x in
            let border = bend * x * x - 1
            return x * x + y * y < 0.4 ? "2" : y > border ? "1" : "0"
          })
      }
    }
    func dots(_ label: String, _ shift: Double, _ seed: Int) -> Mark {
      Mark(
        kind: .dots, label: label, x: noise(12, seed).map { $0 * 5 - 2.5 },
        y: noise(12, seed + 5).map { $0 * 2 + shift })
    }
    func panel(_ title: String, _ bend: Double) -> Chart.Panel {
      .init(
        title: title,
        marks: [
          Mark(
            kind: .regions, label: "", x: steps, y: steps,
            categories: ["class 0", "class 1", "class 2"], raster: raster(bend)),
          dots("class 0", -2.5, 1), dots("class 1", 0.5, 2),
        ])
    }
    return Example(
      name: "regions",
      chart: Chart(
        x: Axis(label: "x₁"), y: Axis(label: "x₂"), marks: [],
        panels: [panel("dropout 0", 0.6), panel("dropout 0.5", 0.1)]))
  }()

  static let images: Example = {
    let seven = ["00ffffff", "000000c0", "00008040", "0000c000"]
    let one = ["0000ff00", "0080ff00", "0000ff00", "0000ff00"]
    return Example(
      name: "images",
      chart: Chart(
        x: Axis(label: ""), y: Axis(label: ""),
        marks: [
          Mark(
            kind: .images, label: "as drawn", x: [0, 1], categories: ["7", "1", "7"],
            raster: seven + one + seven),
          Mark(
            kind: .images, label: "mirrored & <cut>", x: [0, 1], categories: ["7", "1"],
            raster: (seven + one).map { row in
              let pairs = Array(row)
              return String(stride(from: 6, through: 0, by: -2).flatMap { pairs[$0...$0 + 1] })
            }),
        ]))
  }()

  static let filters = Example(
    name: "filters",
    chart: Chart(
      x: Axis(label: ""), y: Axis(label: ""),
      marks: [
        Mark(
          kind: .images, label: "3 × 3", x: [-0.8, 0.8],
          categories: (0..<14).map { "filter \($0)" },
          raster: (0..<42).map { ["0080ff", "408040", "ff8000", "10a0f0"][$0 * 5 % 4] })
      ]))

  static let panels: Example = {
    let epochs = (1...20).map(Double.init)
    func panel(_ title: String, _ floor: Double) -> Chart.Panel {
      .init(
        title: title,
        marks: [("none", 0.1), ("dropout", 0.06)].map { label, speed in
          Mark(
            kind: .line, label: label, x: epochs, y: epochs.map { floor + 1 / (1 + speed * $0) })
        })
    }
    return Example(
      name: "panels",
      chart: Chart(
        x: Axis(label: "epoch"), y: Axis(label: "loss", including: [0]),
        marks: [Mark(kind: .rule, label: "chance", y: [2.3])],
        panels: [panel("clean", 0.1), panel("noisy", 0.6), panel("shuffled", 1.4)]))
  }()

  static let barPanels = Example(
    name: "bar-panels",
    chart: Chart(
      x: Axis(label: "method"), y: Axis(label: "accuracy", unit: .percent), marks: [],
      panels: [
        .init(
          title: "clean",
          marks: [Mark(kind: .bars, label: "a", y: [0.9, 0.91], categories: ["none", "L2"])]),
        .init(
          title: "noisy",
          marks: [
            Mark(kind: .bars, label: "a", y: [0.7, 0.82], categories: ["none", "dropout"])
          ]),
      ]))

  static let steps = Example(
    name: "steps",
    chart: Chart(
      x: Axis(label: "epoch"), y: Axis(label: "learning rate", scale: .log),
      marks: [
        Mark(
          kind: .steps, label: "step decay", x: [0, 10, 20, 30], y: [0.1, 0.01, 0.001, 0.001],
          low: [0.08, 0.008, 0.0008, 0.0008], high: [0.12, 0.012, 0.0012, 0.0012],
          band: "range of 2 seeds"),
        Mark(kind: .rule, label: "tuned", y: [0.003]),
      ]))

  static let bundle: Example = {
    let x = (0...20).map { Double($0) / 10 - 1 }
    let fits = (0..<6).map { k in x.map { Double(k - 3) * $0 * $0 * $0 * 1.5 + Double(k % 2) / 4 } }
    return Example(
      name: "bundle",
      chart: Chart(
        x: Axis(label: "x"), y: Axis(label: "y", within: -2...2),
        marks: [
          Mark(kind: .lines, label: "6 fits", x: x, y: Array(fits.joined())),
          Mark(kind: .line, label: "mean", x: x, y: x.map { -0.75 * $0 * $0 * $0 + 0.125 }),
          Mark(kind: .dots, label: "points", x: [-0.5, 0, 0.5, 0.9], y: [0.2, 0, 3, -1]),
        ]))
  }()

  static let slider: Example = {
    let x = (0...10).map(Double.init)
    return Example(
      name: "slider",
      chart: Chart(
        x: Axis(label: "step"), y: Axis(label: "w"),
        marks: [Mark(kind: .rule, label: "best", y: [0])],
        panels: [0.0, 0.5, 0.9].map { beta in
          .init(
            title: "\(beta)",
            marks: [
              Mark(kind: .line, label: "path", x: x, y: x.map { (1 - beta) / (1 + $0) - beta })
            ])
        }, slider: "β"))
  }()

  static let dense = Example(
    name: "dense",
    chart: Chart(
      x: Axis(label: "a"), y: Axis(label: "b"),
      marks: [
        Mark(kind: .dots, label: "cloud", x: noise(100_000, 3), y: noise(100_000, 8)),
        Mark(kind: .line, label: "half", x: [0, 1], y: [0, 0.5]),
      ]))
}
