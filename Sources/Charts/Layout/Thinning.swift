import Results

/// Leaves out the points of a line that cannot be seen, and most of the dots of a cloud that has too
/// many to be drawn one by one.
enum Thinning {
  /// More points than this are thinned.
  static let limit = 1200

  /// More dots than this are small discs.
  static let mostMarkers = 600
  /// More dots than this are thinned.
  static let mostDots = 2500

  /// The line without the points that are within a fifth of a pixel of what remains (Ramer, Douglas
  /// and Peucker).
  static func simplified(_ line: [Position]) -> [Position] {
    guard line.count > 2 else { return line }
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var open = [(0, line.count - 1)]
    while let (first, last) = open.popLast() {
      let (a, b) = (line[first], line[last])
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = (dx * dx + dy * dy).squareRoot()
      var farthest = (place: first, distance: 0.2)
      for i in first + 1..<max(first + 1, last) {
        let (px, py) = (line[i].x - a.x, line[i].y - a.y)
        let distance =
          length > 1e-9 ? abs(px * dy - py * dx) / length : (px * px + py * py).squareRoot()
        if distance > farthest.distance { farthest = (i, distance) }
      }
      if farthest.place > first {
        isKept[farthest.place] = true
        open += [(first, farthest.place), (farthest.place, last)]
      }
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  /// Places to a tenth of a pixel, enough for what is many and thin.
  static func coarse(_ line: [Position]) -> [Position] {
    line.map { Position(x: ($0.x * 10).rounded() / 10, y: ($0.y * 10).rounded() / 10) }
  }

  /// Every n-th of so many dots is drawn.
  static func stride(ofDots count: Int) -> Int { max(1, (count + mostDots - 1) / mostDots) }

  /// `1 in 40 of the 100000 dots of noise is drawn`; nil where all are.
  static func remark(_ series: Series) -> String? {
    let count = series.points.count
    let stride = stride(ofDots: count)
    guard series.kind == .dots && stride > 1 else { return nil }
    let name = series.label.isEmpty ? "" : " of \(series.label)"
    return "1 in \(stride) of the \(count) dots\(name) is drawn"
  }

  /// The first, lowest, highest and last point of each half pixel column, in their order; the line
  /// covers the same pixels. Lines that turn back are kept as they are.
  static func thinned(_ points: [Position]) -> [Position] {
    let steps = zip(points, points.dropFirst())
    guard points.count > limit,
      steps.allSatisfy({ $0.x <= $1.x }) || steps.allSatisfy({ $0.x >= $1.x })
    else { return points }
    var kept: [Position] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x * 2).rounded(.down)
      var end = start + 1
      while end < points.count && (points[end].x * 2).rounded(.down) == column { end += 1 }
      let range = start..<end
      let lowest = range.min { points[$0].y < points[$1].y }!
      let highest = range.max { points[$0].y < points[$1].y }!
      let chosen = [start, min(lowest, highest), max(lowest, highest), end - 1]
      for (i, place) in chosen.enumerated() where i == 0 || place != chosen[i - 1] {
        kept.append(points[place])
      }
      start = end
    }
    return kept
  }
}
