extension Position {
  /// `12.5 40`, for a path.
  var path: String { "\(SVGWriter.number(x)) \(SVGWriter.number(y))" }
}

extension [Position] {
  /// The path through the positions.
  var path: String {
    guard let first else { return "" }
    return "M\(first.path)"
      + (count > 1 ? "L" + dropFirst().map(\.path).joined(separator: " ") : "")
  }
}

extension Whisker {
  /// A vertical stroke, with caps of 3 px to both sides where they are wanted.
  func path(capped: Bool) -> String {
    let ends = [Position(x: x, y: low), Position(x: x, y: high)]
    let caps = capped ? ends.map { "M\(Position(x: x - 3, y: $0.y).path)h6" }.joined() : ""
    return ends.path + caps
  }
}

extension Box {
  /// The corners and the first one again.
  var corners: [Position] {
    [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)].map {
      Position(x: $0.0, y: $0.1)
    }
  }

  /// The outline.
  var path: String {
    let number = SVGWriter.number
    return "M\(number(left)) \(number(top))H\(number(right))V\(number(bottom))H\(number(left))Z"
  }
}
