/// Lists the layers and panels of a figure line by line.
@resultBuilder
public enum MarkBuilder {
  /// A layer.
  public static func buildExpression(_ source: some MarkSource) -> [FigureItem] {
    source.marks.map(FigureItem.mark)
  }
  /// A histogram; all of a figure have the same bins.
  public static func buildExpression(_ histogram: Histogram) -> [FigureItem] {
    [.histogram(histogram)]
  }
  /// A panel.
  public static func buildExpression(_ panel: Panel) -> [FigureItem] { [.panel(panel)] }
  /// One after the other.
  public static func buildBlock(_ parts: [FigureItem]...) -> [FigureItem] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [FigureItem]?) -> [FigureItem] { part ?? [] }
  /// `if`.
  public static func buildEither(first part: [FigureItem]) -> [FigureItem] { part }
  /// `else`.
  public static func buildEither(second part: [FigureItem]) -> [FigureItem] { part }
  /// `for`.
  public static func buildArray(_ parts: [[FigureItem]]) -> [FigureItem] { parts.flatMap { $0 } }
}

/// What stands in a figure's braces.
public enum FigureItem: Sendable {
  /// A layer.
  case mark(Mark)
  /// Values whose bins depend on the figure's other histograms.
  case histogram(Histogram)
  /// A panel.
  case panel(Panel)
}

/// A part of a figure of several, with the same axes as the others.
///
/// ```swift
/// figure("losses", "Only noisy labels show the gain.") {
///   Panel("clean") { Line("none", x: epochs, y: clean) }
///   Panel("noisy") { Line("none", x: epochs, y: noisy) }
/// }
/// ```
public struct Panel: Sendable {
  let title: String
  let items: [FigureItem]

  /// A panel with its title and its marks.
  public init(_ title: String, @MarkBuilder marks: () -> [FigureItem]) {
    self.init(title, marks())
  }

  init(_ title: String, _ items: [FigureItem]) {
    self.title = title
    self.items = items
  }
}
