import Results

extension Chart {
  /// The areas of a mark, a series for each class that has one.
  func regions(of mark: Mark, _ colours: inout ColourOrder) -> [Series] {
    let grid = ClassGrid(mark)
    return mark.categories.enumerated().map { index, name in
      Series(
        kind: .regions, label: name, band: "", note: nil, index: colours.next(name), slot: 0,
        runs: [], skipped: 0, areas: grid.strips(of: index), share: grid.share(of: index))
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
      row.prefix(mark.x.count).map { $0.isASCII ? Int(String($0), radix: 36) : nil }
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

  /// The cells of a class, joined along rows.
  func strips(of index: Int) -> [Box] {
    rows.enumerated().flatMap { row, classes in
      Self.runs(classes.count) { classes[$0] == index }.map { run in
        Box(
          left: x.edge(run.lowerBound), top: y.edge(row + 1), right: x.edge(run.upperBound),
          bottom: y.edge(row))
      }
    }
  }

  /// The edges between cells of different classes, joined along rows and columns.
  var borders: [(Position, Position)] {
    guard let columns = rows.map(\.count).min(), columns > 0 else { return [] }
    let upright = (1..<max(1, columns)).flatMap { column in
      Self.runs(rows.count) { rows[$0][column - 1] != rows[$0][column] }.map { run in
        (
          Position(x: x.edge(column), y: y.edge(run.lowerBound)),
          Position(x: x.edge(column), y: y.edge(run.upperBound))
        )
      }
    }
    let level = (1..<max(1, rows.count)).flatMap { row in
      Self.runs(columns) { rows[row - 1][$0] != rows[row][$0] }.map { run in
        (
          Position(x: x.edge(run.lowerBound), y: y.edge(row)),
          Position(x: x.edge(run.upperBound), y: y.edge(row))
        )
      }
    }
    return upright + level
  }

  /// The longest ranges of 0..<count whose members all are wanted.
  private static func runs(_ count: Int, _ isWanted: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for i in 0..<count where isWanted(i) {
      if let last = runs.last, last.upperBound == i {
        runs[runs.count - 1] = last.lowerBound..<i + 1
      } else {
        runs.append(i..<i + 1)
      }
    }
    return runs
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

    func edge(_ i: Int) -> Double { start + Double(i) * step }
    var ends: [Double] { [edge(0), edge(count)] }
    func cell(at value: Double) -> Int? {
      let place = ((value - start) / step).rounded(.down)
      return place >= 0 && place < Double(count) ? Int(place) : nil
    }
  }
}
