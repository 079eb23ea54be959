import Numerics

extension ChartLayout {
  /// Where the plot is and how places become values: `data-plot` is left, top, right and bottom,
  /// `data-x` and `data-y` the scale's kind and its values at the left and right (below and above).
  var readoutAttributes: SVGWriter.Attributes {
    guard let readout else { return [] }
    let edges = [plot.left, plot.top, plot.right, plot.bottom].map(SVGWriter.number)
    return [
      ("data-panel", readout.title), ("data-plot", edges.joined(separator: " ")),
      ("data-x", readout.x.map(\.ends) ?? "names"), ("data-y", readout.y.ends),
    ]
  }
}

extension Scale {
  /// `linear 0 60`; a reversed scale has the larger value first.
  fileprivate var ends: String {
    let values = (reversed ? [high, low] : [low, high]).map(NumberFormatting.exact)
    return "\(kind.rawValue) \(values.joined(separator: " "))"
  }
}
