/// Cuts lines at the edges of an axis that does not show all values.
enum Clipping {
  /// The parts of a line that are inside a box; the whole line where it doesn't leave the box.
  static func inside(_ box: Box, _ line: [Position]) -> [[Position]] {
    if line.allSatisfy(box.contains) { return line.isEmpty ? [] : [line] }
    var parts: [[Position]] = []
    for (start, end) in zip(line, line.dropFirst()) {
      guard let (from, to) = segment(start, end, in: box) else { continue }
      if parts.last?.last == from {
        parts[parts.count - 1].append(to)
      } else {
        parts.append([from, to])
      }
    }
    return parts
  }

  /// The part of a segment that is inside a box (Liang and Barsky's test of the four edges).
  private static func segment(
    _ start: Position, _ end: Position, in box: Box
  ) -> (Position, Position)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (first, last) = (0.0, 1.0)
    let edges = [
      (-dx, start.x - box.left), (dx, box.right - start.x), (-dy, start.y - box.top),
      (dy, box.bottom - start.y),
    ]
    for (step, room) in edges {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        first = max(first, room / step)
      } else {
        last = min(last, room / step)
      }
    }
    guard first <= last else { return nil }
    func at(_ part: Double) -> Position {
      part == 0
        ? start
        : part == 1 ? end : box.clamped(Position(x: start.x + dx * part, y: start.y + dy * part))
    }
    return (at(first), at(last))
  }
}

extension Box {
  /// Whether a point is inside or, but for rounding, on the edge.
  func contains(_ point: Position) -> Bool {
    point.x >= left - 1e-6 && point.x <= right + 1e-6 && point.y >= top - 1e-6
      && point.y <= bottom + 1e-6
  }

  func clamped(_ point: Position) -> Position {
    Position(x: min(max(point.x, left), right), y: min(max(point.y, top), bottom))
  }
}

extension [Position] {
  /// A line with steps: each height holds from its place to the next one.
  var stepped: [Position] {
    guard let first else { return [] }
    return [first]
      + zip(self, dropFirst()).flatMap { [Position(x: $1.x, y: $0.y), $1] }
  }
}
