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
///   - marks: What is drawn, in order.
public func figure(
  _ name: String, _ caption: String, x: Axis = Axis(label: ""), y: Axis = Axis(label: ""),
  file: String = #filePath, line: Int = #line, column: Int = #column,
  @MarkBuilder marks: () -> [Mark]
) {
  Recorder.requireSlug(name)
  let chart = Chart(x: x, y: y, marks: marks())
  Recorder.current.say { result in
    Recorder.requireNew(name, in: result)
    result.figures.append(
      Figure(
        name: name, caption: caption, chart: chart,
        location: location(of: "figure", file, line, column)))
  }
}

/// Lists marks line by line.
@resultBuilder
public enum MarkBuilder {
  /// A layer.
  public static func buildExpression(_ source: some MarkSource) -> [Mark] { source.marks }
  /// One after the other.
  public static func buildBlock(_ parts: [Mark]...) -> [Mark] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [Mark]?) -> [Mark] { part ?? [] }
  /// `if`.
  public static func buildEither(first part: [Mark]) -> [Mark] { part }
  /// `else`.
  public static func buildEither(second part: [Mark]) -> [Mark] { part }
  /// `for`.
  public static func buildArray(_ parts: [[Mark]]) -> [Mark] { parts.flatMap { $0 } }
}
