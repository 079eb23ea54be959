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
    // The edge that begins at each place between two cells.
    var next: [Edge?] = Array(repeating: nil, count: 4 * cells.count)
    var starts: [Corner] = []
    for square in squares {
      forEachEdge(of: index, square) { edge in
        next[place(edge.start)] = edge
        starts.append(edge.start)
      }
    }
    var outlines: [[Corner]] = []
    for start in starts {
      var outline = [start]
      while let edge = next[place(outline[outline.count - 1])] {
        next[place(edge.start)] = nil
        if let bend = edge.bend { outline.append(bend) }
        outline.append(edge.end)
      }
      outline.removeLast()
      if outline.count > 2 { outlines.append(Self.withoutMiddles(outline)) }
    }
    return outlines
  }

  /// A line through a square, with a bend or without one.
  private struct Edge {
    var start: Corner
    var bend: Corner?
    var end: Corner
  }

  /// The number of a place of which one coordinate is even and one odd.
  private func place(_ corner: Corner) -> Int { (corner.up + 2) * 2 * width + corner.across + 2 }

  /// Gives the edges of a class in the square whose lower left corner is a cell's middle, the class at
  /// the left.
  private func forEachEdge(of index: Int, _ square: Int, _ body: (Edge) -> Void) {
    // Around the square: its corners' classes.
    let corners: InlineArray = [
      cells[square], cells[square + 1], cells[square + width + 1], cells[square + width],
    ]
    let isIn: InlineArray = [
      corners[0] == index, corners[1] == index, corners[2] == index, corners[3] == index,
    ]
    if isIn[0] == isIn[1] && isIn[1] == isIn[2] && isIn[2] == isIn[3] { return }
    let (x, y) = (2 * (square % width - 1), 2 * (square / width - 1))
    // The points half-way from each corner to the next.
    let halves: InlineArray = [
      Corner(across: x + 1, up: y), Corner(across: x + 2, up: y + 1),
      Corner(across: x + 1, up: y + 2), Corner(across: x, up: y + 1),
    ]
    var changes = 0
    var outside = 0
    for i in 0..<4 {
      if corners[i] != corners[(i + 1) % 4] { changes += 1 }
      if corners[i] == nil { outside += 1 }
    }
    // The corner of the frame has a bend, too.
    let bend = changes > 2 || outside == 3 ? Corner(across: x + 1, up: y + 1) : nil
    for last in 0..<4 where isIn[last] && !isIn[(last + 1) % 4] {
      var first = last
      while isIn[(first + 3) % 4] { first = (first + 3) % 4 }
      body(Edge(start: halves[last], bend: bend, end: halves[(first + 3) % 4]))
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
