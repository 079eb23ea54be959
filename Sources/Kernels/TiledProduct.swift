/// A product and how it is cut: panels of columns, as wide as a tile; parts of k, so that a copied
/// panel stays in the first cache; tiles of up to eight rows that are held in registers.
struct TiledProduct {
  let a: SegmentedRows
  let b: Strided
  let c: ProductTarget
  let m: Int
  let k: Int
  let n: Int
  /// Where each row of a tile begins in a, from its first row on.
  private let starts: InlineArray<8, Int>

  init(a: SegmentedRows, b: Strided, c: ProductTarget, m: Int, k: Int, n: Int) {
    (self.a, self.b, self.c, self.m, self.k, self.n) = (a, b, c, m, k, n)
    starts = InlineArray { $0 * a.matrix.row }
  }

  /// Two vectors of columns at a time, then one, then what is left over.
  @inline(__always)
  func run<V: SIMDArithmetic>(_: V.Type) {
    var j = 0
    while j + PairRow<V>.width <= n {
      columns(PairRow<V>.self, j)
      j += PairRow<V>.width
    }
    while j + SingleRow<V>.width <= n {
      columns(SingleRow<V>.self, j)
      j += SingleRow<V>.width
    }
    if j == n { return }
    if isTurnedFaster(V.self, from: j) {
      lastColumnsTurned(V.self, j)
    } else {
      lastColumns(SingleRow<V>.self, j)
    }
  }

  /// Whether the columns from j on are better computed as rows of the transpose: where those of a are
  /// contiguous, vectors run along them.
  private func isTurnedFaster<V: SIMDArithmetic>(_: V.Type, from j: Int) -> Bool {
    guard case .zero = c.start else { return false }
    return a.matrix.row == 1 && a.length >= k && m % V.scalarCount == 0
      && m * (n - j) <= Lanes.panelCount
  }

  /// The columns from j on, fewer than a tile has: the transpose of their transpose.
  @inline(never)
  private func lastColumnsTurned<V: SIMDArithmetic>(_: V.Type, _ j: Int) {
    let turned = TiledProduct(
      a: SegmentedRows(Strided(b.base + j * b.column, row: b.column, column: b.row)),
      b: Strided(a.matrix.base, row: a.matrix.column),
      c: ProductTarget(base: Lanes.panel, row: m, start: .zero), m: n - j, k: k, n: m)
    turned.run(V.self)
    transpose(Lanes.panel, row: m, into: c.base + j, row: c.row, rows: n - j, columns: m)
  }

  /// As many columns of c from j on as a tile has. b is read in place where that is as fast.
  @inline(never)
  private func columns<T: TileRow>(_: T.Type, _ j: Int) {
    let (source, target) = (b.base + j * b.column, c.columns(from: j))
    if b.column == 1 && (k * b.row <= 1 << 15 || m < 16) {
      rows(T.self, source, b.row, target, 0..<m, 0..<k)
      return
    }
    let panel = Lanes.panel
    forEachPart(of: k, length: Lanes.panelCount / T.width) { part in
      copy(source + part.lowerBound * b.row, T.width, part.count, into: panel, row: T.width)
      rows(T.self, panel, T.width, part.lowerBound == 0 ? target : target.continued, 0..<m, part)
    }
  }

  /// The columns from j on, fewer than a tile has: of c, too, a copy with wider rows is computed.
  @inline(never)
  private func lastColumns<T: TileRow>(_: T.Type, _ j: Int) {
    let (source, count) = (b.base + j * b.column, n - j)
    let length = Lanes.panelCount / 2 / T.width
    let (panel, copied) = (Lanes.panel, Lanes.panel + Lanes.panelCount / 2)
    forEachPart(of: k, length: length) { part in
      copy(source + part.lowerBound * b.row, count, part.count, into: panel, row: T.width)
      let target = c.columns(from: j)
      forEachPart(of: m, length: length) { lines in
        let here = part.lowerBound == 0 ? target : target.continued
        let start = here.copy(lines, count, into: copied, row: T.width)
        rows(
          T.self, panel, T.width, ProductTarget(base: copied, row: T.width, start: start), lines,
          part, looksUp: true)
        copyRows(
          copied, row: T.width, into: target.base + lines.lowerBound * target.row,
          row: target.row, rows: lines.count, count)
      }
    }
  }

  /// 0..<count in parts; one empty part if there is nothing.
  @inline(__always)
  private func forEachPart(of count: Int, length: Int, _ body: (Range<Int>) -> Void) {
    var first = 0
    repeat {
      let last = min(first + length, count)
      body(first..<last)
      first = last
    } while first < count
  }

  /// Copies `count` columns and `depth` rows of b from `source` on.
  @inline(never)
  private func copy(
    _ source: UnsafePointer<Real>, _ count: Int, _ depth: Int,
    into panel: UnsafeMutablePointer<Real>, row: Int
  ) {
    if b.row == 1 {
      transpose(source, row: b.column, into: panel, row: row, rows: count, columns: depth)
    } else if b.column == 1 {
      copyRows(source, row: b.row, into: panel, row: row, rows: depth, count)
    } else {
      for t in 0..<depth {
        for l in 0..<count { panel[t * row + l] = source[t * b.row + l * b.column] }
      }
    }
  }

  /// Some rows of c in tiles of nearly the same height; `target` begins with the first of them where
  /// it is a copy.
  @inline(__always)
  private func rows<T: TileRow>(
    _: T.Type, _ b: UnsafePointer<Real>, _ bRow: Int, _ target: ProductTarget,
    _ rows: Range<Int>, _ part: Range<Int>, looksUp: Bool = false
  ) {
    let tallest = Lanes.wide ? 8 : 4
    var tiles = (rows.count + tallest - 1) / tallest
    var i = rows.lowerBound
    while tiles > 0 {
      let height = (rows.upperBound - i + tiles - 1) / tiles
      let place = TilePlace(
        b: b, bRow: bRow, c: target.base + (i - rows.lowerBound) * target.row, i: i, part: part,
        looksUp: looksUp)
      switch height {
      case 1: tile(InlineArray<1, T>(repeating: .zero), target, place)
      case 2: tile(InlineArray<2, T>(repeating: .zero), target, place)
      case 3: tile(InlineArray<3, T>(repeating: .zero), target, place)
      case 4: tile(InlineArray<4, T>(repeating: .zero), target, place)
      case 5: if Lanes.wide { tile(InlineArray<5, T>(repeating: .zero), target, place) }
      case 6: if Lanes.wide { tile(InlineArray<6, T>(repeating: .zero), target, place) }
      case 7: if Lanes.wide { tile(InlineArray<7, T>(repeating: .zero), target, place) }
      default: if Lanes.wide { tile(InlineArray<8, T>(repeating: .zero), target, place) }
      }
      i += height
      tiles -= 1
    }
  }

  /// R rows of a panel, held in registers while k runs.
  @inline(__always)
  private func tile<let R: Int, T: TileRow>(
    _ zero: InlineArray<R, T>, _ target: ProductTarget, _ place: TilePlace
  ) {
    var sums = zero
    switch target.start {
    case .zero: break
    case .sum: for r in 0..<R { sums[r] = T(at: place.c + r * target.row) }
    case .row(let row):
      let all = T(at: row)
      for r in 0..<R { sums[r] = all }
    }
    let aRow = a.matrix.row
    let first = place.part.lowerBound
    let (segment, offset) = first == 0 ? (0, 0) : first.quotientAndRemainder(dividingBy: a.length)
    var origin = a.matrix.base + place.i * aRow + segment * a.distance
    var x = origin + offset * a.matrix.column
    var b = place.b
    var left = place.part.count
    var run = min(left, a.length - offset)
    while left > 0 {
      for _ in 0..<run {
        let numbers = T(at: b)
        for r in 0..<R { sums[r].add(x[place.looksUp ? starts[r] : r * aRow], numbers) }
        x += a.matrix.column
        b += place.bRow
      }
      left -= run
      run = min(left, a.length)
      origin += a.distance
      x = origin
    }
    for r in 0..<R { sums[r].store(at: place.c + r * target.row) }
  }
}

/// Where a tile stands: its panel of b, its numbers in c, its first row, and its part of k.
private struct TilePlace {
  let b: UnsafePointer<Real>
  let bRow: Int
  let c: UnsafeMutablePointer<Real>
  let i: Int
  let part: Range<Int>
  /// Whether the distances of rows in a come from memory. Of multiples of one distance the compiler makes
  /// a chain of additions, one for each number of a: with two vectors of columns the arithmetic hides
  /// it, with one it takes longer.
  let looksUp: Bool
}
