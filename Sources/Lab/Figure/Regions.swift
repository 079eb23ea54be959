/// The areas of a plane that a classifier gives to each class.
public struct Regions: MarkSource {
  /// The marks that it draws.
  public let marks: [Mark]

  /// Areas around the points of a grid.
  ///
  /// - Parameters:
  ///   - x: The columns, evenly spaced and increasing.
  ///   - y: The rows, evenly spaced and increasing.
  ///   - classes: For each of `y` a row with a class, 0 to 35, for each of `x`.
  ///   - names: The classes' names; dots with the same label have the same color.
  public init(x: [Double], y: [Double], classes: [[Int]], names: [String]) {
    require(
      x.count > 1 && y.count > 1 && classes.count == y.count
        && classes.allSatisfy { $0.count == x.count },
      "regions need \(y.count) rows of \(x.count) classes, both at least 2, not \(classes.count) of \(Set(classes.map(\.count)).sorted())"
    )
    for axis in [x, y] {
      let step = (axis[axis.count - 1] - axis[0]) / Double(axis.count - 1)
      let isEven = axis.indices.allSatisfy {
        abs(axis[$0] - axis[0] - Double($0) * step) <= 1e-6 * step
      }
      require(step > 0 && isEven, "the grid of regions is evenly spaced and increasing")
    }
    for index in classes.joined() {
      require(
        names.indices.contains(index) && index < 36,
        "the class \(index) of a region is none of \(names)")
    }
    let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    marks = [
      Mark(
        kind: .regions, label: "", x: x, y: y, categories: names,
        raster: classes.map { String($0.map { digits[$0] }) })
    ]
  }

  /// What a network says around some examples of two features, and the examples as dots.
  ///
  /// - Parameters:
  ///   - network: Its largest output is the class; of a single output the sign decides.
  ///   - examples: Points of the plane; the grid reaches a tenth beyond them.
  ///   - steps: How many points the grid has in each direction.
  ///   - names: The classes' names; `class 0`, … where none are given.
  public init(
    of network: Network, around examples: LabeledExamples, steps: Int = 80, names: [String]? = nil
  ) {
    require(
      examples.features == 2,
      "regions are drawn in a plane: the examples need 2 features, not \(examples.features)")
    examples.check("to draw regions around")
    let names = names ?? (0..<examples.classes).map { "class \($0)" }
    require(
      names.count == examples.classes && steps > 1,
      "regions of \(examples.classes) classes need as many names, not \(names.count), and steps above 1, not \(steps)"
    )
    let points = (0..<examples.count).map { i in
      (x: Double(examples.inputs[2 * i]), y: Double(examples.inputs[2 * i + 1]))
    }
    let x = Self.grid(around: points.map(\.x), steps)
    let y = Self.grid(around: points.map(\.y), steps)
    let grid = LabeledExamples(
      features: 2, classes: examples.classes,
      inputs: y.flatMap { up in x.flatMap { [.init($0), .init(up)] } },
      labels: .init(repeating: 0, count: steps * steps))
    let outputs = network.outputs(for: grid)
    let width = outputs.count / (steps * steps)
    let classes = (0..<steps * steps).map { i in
      Self.decision(outputs[i * width..<(i + 1) * width])
    }
    let areas = Regions(
      x: x, y: y, classes: (0..<steps).map { Array(classes[$0 * steps..<($0 + 1) * steps]) },
      names: names)
    marks =
      areas.marks
      + names.enumerated().flatMap { index, name in
        let own = points.indices.filter { examples.labels[$0] == Int32(index) }.map { points[$0] }
        return Dots(name, x: own.map(\.x), y: own.map(\.y)).marks
      }
  }

  private static func grid(around values: [Double], _ steps: Int) -> [Double] {
    let low = values.reduce(.infinity) { min($0, $1) }
    let high = values.reduce(-.infinity) { max($0, $1) }
    let margin = high > low ? (high - low) / 10 : 1
    let step = (high - low + 2 * margin) / Double(steps - 1)
    return (0..<steps).map { low - margin + Double($0) * step }
  }

  private static func decision(_ outputs: ArraySlice<some BinaryFloatingPoint>) -> Int {
    if outputs.count == 1 { return outputs.first! > 0 ? 1 : 0 }
    return outputs.indices.max { outputs[$0] < outputs[$1] }! - outputs.startIndex
  }
}
