import Results

/// The colors of names in a row of charts, such as the figures of a chapter: a name keeps the color
/// that it has in the first chart that shows it.
public struct ColourNames: Sendable {
  private(set) var places: [String: Int] = [:]

  /// The colors of the names in some charts, in the order in which a reader meets them.
  public init(_ charts: [Chart] = []) {
    for chart in charts {
      for (label, place) in ColourOrder(chart.whole, known: places).named where places[label] == nil
      {
        places[label] = place
      }
    }
  }

  /// What a drawing of the chart depends on.
  public func key(_ chart: Chart) -> String {
    ColourOrder(chart.whole, known: places).named.map { "\($0.place)" }.joined(separator: ",")
  }
}
