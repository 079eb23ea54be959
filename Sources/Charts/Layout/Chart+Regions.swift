import Results

extension Chart {
  /// The areas of a mark, a series for each class that has one.
  func regions(of mark: Mark, _ colours: inout ColourOrder) -> [Series] {
    let grid = ClassGrid(mark)
    let outline = grid.outline
    return mark.categories.enumerated().map { index, name in
      Series(
        kind: .regions, label: name, band: "", note: nil, index: colours.next(name), slot: 0,
        runs: [], skipped: 0, areas: grid.places(of: outline.outlines(of: index)),
        share: grid.share(of: index))
    }
  }
}

/// A grid of classes in the units of the axes.
struct ClassGrid {
  private var rows: [[Int?]] = []
  private var x = Edges([])
  private var y = Edges([])

  init(_ mark: Mark) {
    guard mark.kind == .regions, let raster = mark.raster else { return }
    x = Edges(mark.x)
    y = Edges(mark.y)
    rows = raster.prefix(mark.y.count).map { row in
      row.utf8.prefix(mark.x.count).map(Self.digit)
    }
  }

  /// A digit of base 36.
  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 55
    default: nil
    }
  }

  /// The outer edges of the grid; empty without one.
  var horizontalEnds: [Double] { rows.isEmpty ? [] : x.ends }
  var verticalEnds: [Double] { rows.isEmpty ? [] : y.ends }

  /// The class at a place; nil outside.
  func at(_ across: Double, _ up: Double) -> Int? {
    guard let column = x.cell(at: across), let row = y.cell(at: up), rows.indices.contains(row),
      rows[row].indices.contains(column)
    else { return nil }
    return rows[row][column]
  }

  /// How large a part of the grid a class has.
  func share(of index: Int) -> Double {
    let all = rows.joined()
    return all.isEmpty ? 0 : Double(all.count { $0 == index }) / Double(all.count)
  }

  /// The outlines of classes' areas, half-way between their cells' middles and the others'.
  var outline: ClassOutline {
    ClassOutline(columns: x.count, rows: y.count) { column, row in
      rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : nil
    }
  }

  /// Outlines in the units of the axes.
  func places(of outlines: [[ClassOutline.Corner]]) -> [[Position]] {
    outlines.map { $0.map(place) }
  }

  /// The edges between classes: the outlines of all but the first one, without the grid's own edges.
  var borders: [[Position]] {
    let classes = rows.joined().compactMap(\.self)
    guard let first = classes.min(), let last = classes.max(), first < last else { return [] }
    let outlines = outline
    return (first + 1...last).flatMap(outlines.outlines).flatMap { outline -> [[Position]] in
      var parts: [[Position]] = []
      for (start, end) in zip(outline, outline.dropFirst() + outline.prefix(1)) {
        if isOuter(start) && isOuter(end) && (start.across == end.across || start.up == end.up) {
          continue
        }
        if let previous = parts.last?.last, previous == place(start) {
          parts[parts.count - 1].append(place(end))
        } else {
          parts.append([place(start), place(end)])
        }
      }
      return parts
    }
  }

  private func place(_ corner: ClassOutline.Corner) -> Position {
    Position(x: x.at(corner.across), y: y.at(corner.up))
  }

  private func isOuter(_ corner: ClassOutline.Corner) -> Bool {
    corner.across == -1 || corner.up == -1 || corner.across == 2 * x.count - 1
      || corner.up == 2 * y.count - 1
  }

  /// Edges half-way between evenly spaced middles.
  private struct Edges {
    let start: Double
    let step: Double
    let count: Int

    init(_ middles: [Double]) {
      count = middles.count
      let isUsable = middles.allSatisfy { Scale.isShowable($0, .linear) } && count > 1
      let spacing = isUsable ? (middles[count - 1] - middles[0]) / Double(count - 1) : 0
      step = spacing > 0 ? spacing : 1
      start = (isUsable ? middles[0] : 0) - step / 2
    }

    /// The value at half a step: 0 is the first middle, −1 the outer edge before it.
    func at(_ half: Int) -> Double { start + Double(half + 1) * step / 2 }
    func edge(_ i: Int) -> Double { start + Double(i) * step }
    var ends: [Double] { [edge(0), edge(count)] }
    func cell(at value: Double) -> Int? {
      let place = ((value - start) / step).rounded(.down)
      return place >= 0 && place < Double(count) ? Int(place) : nil
    }
  }
}
