/// A table of an experiment.
public struct Table: Codable, Sendable, Equatable {
  /// A slug, unique among the experiment's figures and tables.
  public var name: String
  /// What the reader should see in it.
  public var caption: String
  /// The column heads; the first column names the rows.
  public var columns: [String]
  /// The rows; each has one cell a column.
  public var rows: [[Cell]]
  /// Where it was said.
  public var location: BlockLocation

  /// Creates a table.
  public init(
    name: String, caption: String, columns: [String], rows: [[Cell]], location: BlockLocation
  ) {
    self.name = name
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.location = location
  }

  /// A cell: words, or a number (one a seed) that the page formats.
  public enum Cell: Codable, Sendable, Equatable {
    /// Words.
    case text(String)
    /// Numbers; several samples are shown as mean ± standard deviation. `decimals` places, or as
    /// many as three significant digits need.
    case number(samples: [Double], unit: Unit, decimals: Int?)
  }
}
