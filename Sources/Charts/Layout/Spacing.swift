/// Moves labels on a line apart.
enum Spacing {
  /// Positions in the order of `desired`, at least `gap` apart and inside `range`, that are nearest
  /// to the desired ones (least squares). Where there is no room for the gap, it shrinks.
  static func spread(
    _ desired: [Double], gap: Double, in range: ClosedRange<Double>
  ) -> [Double] {
    let count = desired.count
    guard count > 0 else { return [] }
    let room = range.upperBound - range.lowerBound
    let gap = count > 1 ? min(gap, room / Double(count - 1)) : 0
    let order = desired.indices.sorted { (desired[$0], $0) < (desired[$1], $1) }
    // Without the gaps it is the nearest non-decreasing sequence: neighbours in the wrong order
    // are pooled into their mean.
    var pools: [(sum: Double, count: Double)] = []
    for (rank, i) in order.enumerated() {
      pools.append((desired[i] - Double(rank) * gap, 1))
      while pools.count > 1, mean(pools[pools.count - 2]) > mean(pools[pools.count - 1]) {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    let highest = range.upperBound - Double(count - 1) * gap
    let levels = pools.flatMap { pool in
      [Double](repeating: min(max(mean(pool), range.lowerBound), highest), count: Int(pool.count))
    }
    var positions = desired
    for (rank, i) in order.enumerated() { positions[i] = levels[rank] + Double(rank) * gap }
    return positions
  }

  private static func mean(_ pool: (sum: Double, count: Double)) -> Double {
    pool.sum / pool.count
  }
}
