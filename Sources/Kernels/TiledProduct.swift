/// A product and how it is cut: panels of columns, as wide as a tile; parts of k, so that a copied
/// panel stays in the first cache; tiles of up to eight rows that are held in registers.
struct TiledProduct {
  let a: SegmentedRows
  let b: Strided
  let c: UnsafeMutablePointer<Real>
  let row: Int
  let start: ProductStart
  let m: Int
  let k: Int
  let n: Int

  @inline(__always)
  func run<V: SIMDArithmetic>(_: V.Type) {
    var j = 0
    while j + PairRow<V>.width <= n {
      columns(PairRow<V>.self, j, PairRow<V>.width)
      j += PairRow<V>.width
    }
    while j < n {
      let count = min(PartialRow<V>.width, n - j)
      columns(PartialRow<V>.self, j, count)
      j += count
    }
  }

  /// `count` columns of c from j on.
  @inline(never)
  func columns<T: TileRow>(_: T.Type, _ j: Int, _ count: Int) {
    let source = b.base + j * b.column
    if count == T.width && b.column == 1 && (k * b.row <= 1 << 15 || m < 16) {
      rows(T.self, source, b.row, j, count, from: 0, to: k)
      return
    }
    let panel = Lanes.panel
    let depth = Lanes.panelCount / T.width
    var first = 0
    repeat {
      let last = min(first + depth, k)
      copy(T.self, source + first * b.row, count, last - first, into: panel)
      rows(T.self, panel, T.width, j, count, from: first, to: last)
      first = last
    } while first < k
  }

  /// Copies `count` columns and `depth` rows of b from `source` on into rows of a tile's width.
  @inline(__always)
  func copy<T: TileRow>(
    _: T.Type, _ source: UnsafePointer<Real>, _ count: Int, _ depth: Int,
    into panel: UnsafeMutablePointer<Real>
  ) {
    if b.column == 1 {
      // A whole vector also where fewer numbers count, but never beyond the last.
      let whole = count == T.width ? depth : max(0, depth - (T.width - count + b.row - 1) / b.row)
      for t in 0..<depth {
        T.load(source + t * b.row, t < whole ? T.width : count)
          .store(panel + t * T.width, T.width)
      }
    } else if b.row == 1 {
      transpose(source, row: b.column, into: panel, row: T.width, rows: count, columns: depth)
    } else {
      for t in 0..<depth {
        for l in 0..<count { panel[t * T.width + l] = source[t * b.row + l * b.column] }
      }
    }
  }

  /// All rows of c in tiles of nearly the same height.
  @inline(__always)
  func rows<T: TileRow>(
    _: T.Type, _ b: UnsafePointer<Real>, _ bRow: Int, _ j: Int, _ count: Int, from first: Int,
    to last: Int
  ) {
    let tallest = Lanes.wide ? 8 : 4
    var tiles = (m + tallest - 1) / tallest
    var i = 0
    while tiles > 0 {
      let part = ProductPart(b: b, bRow: bRow, i: i, j: j, count: count, first: first, last: last)
      let height = (m - i + tiles - 1) / tiles
      switch height {
      case 1: tile(InlineArray<1, T>(repeating: .zero), part)
      case 2: tile(InlineArray<2, T>(repeating: .zero), part)
      case 3: tile(InlineArray<3, T>(repeating: .zero), part)
      case 4: tile(InlineArray<4, T>(repeating: .zero), part)
      case 5: if Lanes.wide { tile(InlineArray<5, T>(repeating: .zero), part) }
      case 6: if Lanes.wide { tile(InlineArray<6, T>(repeating: .zero), part) }
      case 7: if Lanes.wide { tile(InlineArray<7, T>(repeating: .zero), part) }
      default: if Lanes.wide { tile(InlineArray<8, T>(repeating: .zero), part) }
      }
      i += height
      tiles -= 1
    }
  }

  /// R rows of a panel, held in registers while k runs.
  @inline(__always)
  func tile<let R: Int, T: TileRow>(_ zero: InlineArray<R, T>, _ part: ProductPart) {
    var sums = zero
    let target = c + part.i * row + part.j
    if part.first > 0 {
      for r in 0..<R { sums[r] = T.load(target + r * row, part.count) }
    } else {
      switch start {
      case .zero: break
      case .sum: for r in 0..<R { sums[r] = T.load(target + r * row, part.count) }
      case .row(let row):
        let all = T.load(row + part.j, part.count)
        for r in 0..<R { sums[r] = all }
      }
    }
    let aRow = a.matrix.row
    let (segment, place) =
      part.first == 0 ? (0, 0) : part.first.quotientAndRemainder(dividingBy: a.length)
    var origin = a.matrix.base + part.i * aRow + segment * a.distance
    var x = origin + place * a.matrix.column
    var b = part.b
    var left = part.last - part.first
    var run = min(left, a.length - place)
    while left > 0 {
      for _ in 0..<run {
        let numbers = T.load(b, T.width)
        for r in 0..<R { sums[r].add(x[r * aRow], numbers) }
        x += a.matrix.column
        b += part.bRow
      }
      left -= run
      run = min(left, a.length)
      origin += a.distance
      x = origin
    }
    for r in 0..<R { sums[r].store(target + r * row, part.count) }
  }
}

/// A part of a product: a panel of b, and which rows, columns and summands of the product it gives.
struct ProductPart {
  let b: UnsafePointer<Real>
  let bRow: Int
  let i: Int
  let j: Int
  let count: Int
  let first: Int
  let last: Int
}
