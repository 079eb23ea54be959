/// Draws a figure.
///
/// ```swift
/// figure("losses", "The test loss rises again.", x: Axis(label: "epoch"), y: Axis(label: "loss")) {
///   Line("train", x: run.epoch, y: run.trainLoss)
///   Line("test", x: run.epoch, y: run.testLoss)
/// }
/// ```
///
/// - Parameters:
///   - name: Lowercase letters, digits and hyphens; unique among the experiment's figures and tables.
///   - caption: What the reader should see in it.
///   - x: The horizontal axis; bars ignore its scale.
///   - y: The vertical axis.
///   - marks: What is drawn, in order. Marks beside panels are drawn in each panel.
public func figure(
  _ name: String, _ caption: String, x: Axis = Axis(label: ""), y: Axis = Axis(label: ""),
  file: String = #filePath, line: Int = #line, column: Int = #column,
  @MarkBuilder marks: () -> [FigureItem]
) {
  let chart = Chart(x: x, y: y, items: marks(), figure: name)
  say(name, caption, chart, at: location(of: "figure", file, line, column))
}

/// Draws a figure with a slider over a sweep: the reader moves from value to value.
///
/// ```swift
/// figure("fits", "The price bends the curve.", slider: fits) { lambda, fit in
///   Line("fit", x: grid, y: fit.curve)
/// }
/// ```
///
/// The first value is what a page shows before the slider is moved; the caption should be true of it.
///
/// - Parameters:
///   - slider: The sweep, of at most 12 values.
///   - marks: What is drawn for a value and its result.
public func figure<P, T>(
  _ name: String, _ caption: String, x: Axis = Axis(label: ""), y: Axis = Axis(label: ""),
  slider sweep: Sweep<P, T>,
  file: String = #filePath, line: Int = #line, column: Int = #column,
  @MarkBuilder marks: (P, T) -> [FigureItem]
) {
  require(
    (1...12).contains(sweep.values.count),
    "the slider of the figure \"\(name)\" would have \(sweep.values.count) stops; it has 1 to 12")
  let frames = zip(sweep.values, sweep.results).map { value, result in
    FigureItem.panel(Panel(written(value), marks(value, result)))
  }
  var chart = Chart(x: x, y: y, items: frames, figure: name)
  chart.slider = sweep.name
  say(name, caption, chart, at: location(of: "figure", file, line, column))
}

/// Draws a figure with a slider over a sweep that every seed made; each value comes with its
/// results, one a seed.
public func figure<P, T>(
  _ name: String, _ caption: String, x: Axis = Axis(label: ""), y: Axis = Axis(label: ""),
  slider runs: Seeds<Sweep<P, T>>,
  file: String = #filePath, line: Int = #line, column: Int = #column,
  @MarkBuilder marks: (P, Seeds<T>) -> [FigureItem]
) {
  let first = runs.results[0]
  let sweep = Sweep(
    name: first.name, values: first.values,
    results: first.values.map { runs[first.name, $0] })
  figure(
    name, caption, x: x, y: y, slider: sweep, file: file, line: line, column: column, marks: marks)
}

private func say(_ name: String, _ caption: String, _ chart: Chart, at place: BlockLocation) {
  Recorder.requireSlug(name)
  Recorder.current.say { result in
    Recorder.requireNew(name, in: result)
    result.figures.append(Figure(name: name, caption: caption, chart: chart, location: place))
  }
}

/// A parameter's value as a reader sees it: `0.1`, and `1` for 1.0.
func written(_ value: some Any) -> String {
  switch value {
  case let number as Double: NumberFormatting.exact(number)
  case let number as Float: "\(number)"
  default: "\(value)"
  }
}
