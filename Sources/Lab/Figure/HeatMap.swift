/// Shades of numbers on a grid, with the numbers in the cells where there is room.
public struct HeatMap: MarkSource {
  /// The marks that it draws.
  public let marks: [Mark]

  /// A heat map. Rows of numbers grow upwards, rows of names are read downwards.
  ///
  /// - Parameters:
  ///   - label: What the numbers measure.
  ///   - x: The columns: numbers or names.
  ///   - y: The rows: numbers or names.
  ///   - values: For each of `y` a row with a number for each of `x`; of several seeds the mean.
  ///   - unit: How the numbers are shown.
  public init<X: Sendable, Y: Sendable>(
    _ label: String, x: [X], y: [Y], values: [[some Measured]], unit: Unit = .number
  ) {
    require(
      values.count == y.count && values.allSatisfy { $0.count == x.count },
      "the heat map \"\(label)\" needs \(y.count) rows of \(x.count) numbers, not \(values.count) of \(values.map(\.count))"
    )
    let across = x.compactMap { ($0 as? any Measured)?.samples.mean }
    let up = y.compactMap { ($0 as? any Measured)?.samples.mean }
    let order = up.isEmpty ? Array(y.indices) : y.indices.reversed()
    let seeds = values.first?.first?.samples.values.count ?? 1
    marks = [
      Mark(
        kind: .heat, label: label, x: across, y: order.compactMap { up.isEmpty ? nil : up[$0] },
        categories: x.map(written), rows: order.map { written(y[$0]) },
        values: order.flatMap { values[$0].map(\.samples.mean) }, unit: unit,
        note: seeds > 1 ? "means of \(seeds) seeds" : nil)
    ]
  }
}
