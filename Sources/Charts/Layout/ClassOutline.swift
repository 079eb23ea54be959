/// Follows the edges of a class on a grid of classes (marching squares on the squares between four
/// neighbouring middles). Neighbouring classes have the same edge.
struct ClassOutline {
  /// A place in half steps of the grid: even numbers are cells' middles, odd ones half-way between.
  struct Corner: Hashable {
    var across: Int
    var up: Int
  }

  /// The cells of a row of `cells`.
  private let width: Int
  /// The classes, row by row, in a frame of cells outside.
  private let cells: [Int?]
  /// The squares whose corners are not all of one class, by the place of their lower left corner.
  private let squares: [Int]

  /// - Parameter classAt: The class at a column and row; nil outside.
  init(columns: Int, rows: Int, classAt: (Int, Int) -> Int?) {
    let width = columns + 2
    let cells = (-1...rows).flatMap { row in (-1...columns).map { classAt($0, row) } }
    // Nearly all squares lie within a class.
    squares = cells.indices.dropLast(width).filter { place in
      place % width < width - 1
        && !(cells[place] == cells[place + 1] && cells[place] == cells[place + width]
          && cells[place] == cells[place + width + 1])
    }
    self.width = width
    self.cells = cells
  }

  /// The closed outlines of a class' areas and of their holes.
  func outlines(of index: Int) -> [[Corner]] {
    var next: [Corner: [Corner]] = [:]
    var starts: [Corner] = []
    for square in squares {
      for path in paths(of: index, square) {
        next[path[0]] = Array(path.dropFirst())
        starts.append(path[0])
      }
    }
    var outlines: [[Corner]] = []
    for start in starts where next[start] != nil {
      var outline = [start]
      while let path = next.removeValue(forKey: outline[outline.count - 1]) { outline += path }
      outline.removeLast()
      if outline.count > 2 { outlines.append(Self.withoutMiddles(outline)) }
    }
    return outlines
  }

  /// The edges of a class in the square whose lower left corner is a cell's middle, the class at the
  /// left.
  private func paths(of index: Int, _ square: Int) -> [[Corner]] {
    // Around the square: its corners' classes, and the point half-way to the next corner.
    let corners = [
      cells[square], cells[square + 1], cells[square + width + 1], cells[square + width],
    ]
    let isIn = corners.map { $0 == index }
    guard isIn.contains(true), isIn.contains(false) else { return [] }
    let (x, y) = (2 * (square % width - 1), 2 * (square / width - 1))
    let halves = [(1, 0), (2, 1), (1, 2), (0, 1)].map { Corner(across: x + $0.0, up: y + $0.1) }
    let changes = (0..<4).filter { corners[$0] != corners[($0 + 1) % 4] }.count
    let isFrameCorner = corners.count { $0 == nil } == 3
    let isBent = changes > 2 || isFrameCorner
    return (0..<4).filter { isIn[$0] && !isIn[($0 + 1) % 4] }.map { last in
      var first = last
      while isIn[(first + 3) % 4] { first = (first + 3) % 4 }
      let (start, end) = (halves[last], halves[(first + 3) % 4])
      return isBent ? [start, Corner(across: x + 1, up: y + 1), end] : [start, end]
    }
  }

  /// An outline without the points in the middle of straight edges.
  private static func withoutMiddles(_ outline: [Corner]) -> [Corner] {
    outline.indices.filter { i in
      let (a, b) = (outline[(i + outline.count - 1) % outline.count], outline[i])
      let c = outline[(i + 1) % outline.count]
      return (b.across - a.across) * (c.up - b.up) != (b.up - a.up) * (c.across - b.across)
    }.map { outline[$0] }
  }
}
