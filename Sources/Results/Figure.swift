/// A figure of an experiment: a chart with a name and a caption that says what to see.
public struct Figure: Codable, Sendable, Equatable {
  /// A slug, unique among the experiment's figures and tables.
  public var name: String
  /// What the reader should see in it.
  public var caption: String
  /// What is drawn.
  public var chart: Chart
  /// Where it was said.
  public var location: BlockLocation

  /// Creates a figure.
  public init(name: String, caption: String, chart: Chart, location: BlockLocation) {
    self.name = name
    self.caption = caption
    self.chart = chart
    self.location = location
  }
}
