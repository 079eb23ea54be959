import Numerics
import Results

extension EntryComparison {
  mutating func compareFigures() {
    let matching = Matching(
      figures.old, figures.new, name: \.name, content: { "\(String(describing: $0.chart))" })
    for figure in matching.removed { report(.curve, .removed, figure.name) }
    for figure in matching.added { report(.curve, .added, figure.name) }
    for (old, new) in matching.renamed {
      report(.curve, .renamed, new.name, old: old.name, new: new.name)
    }
    for (old, new) in matching.pairs + matching.renamed {
      guard let before = old.chart, let after = new.chart else { continue }
      let marks = Matching(
        before.allMarks, after.allMarks, name: \.label, content: { "\($0.kind) \($0.x) \($0.y)" })
      reportNames(.curve, marks, name: { "\(new.name): \($0.label)" })
      for (old, mark) in marks.pairs { compare(old, mark, name: "\(new.name): \(mark.label)") }
    }
  }

  private mutating func compare(_ old: Mark, _ new: Mark, name: String) {
    let isSame = [\Mark.x, \.y, \.low, \.high].allSatisfy {
      SampleShift.areSame(old[keyPath: $0], new[keyPath: $0])
    }
    let hasSameCells =
      SampleShift.areSame(old.values ?? [], new.values ?? []) && old.raster == new.raster
    if isSame && hasSameCells && old.kind == new.kind && old.categories == new.categories { return }
    guard hasSameCells else {
      report(.curve, .moved, name, place: "its cells are others now")
      return
    }
    guard SampleShift.areSame(old.x, new.x), old.categories == new.categories,
      old.y.count == new.y.count
    else {
      report(.curve, .moved, name, place: "its points are others now")
      return
    }
    let moved = old.y.indices.filter { !SampleShift.areSame([old.y[$0]], [new.y[$0]]) }
    // A number that appears or vanishes is the largest difference of all.
    let size = { (i: Int) in
      let difference = abs(new.y[i] - old.y[i])
      return difference.isNaN ? .infinity : difference
    }
    guard let largest = moved.max(by: { size($0) < size($1) }) else {
      report(.curve, .moved, name, difference: 0, place: "only its band or its ends")
      return
    }
    let difference = new.y[largest] - old.y[largest]
    let band = max(Self.band(old, largest), Self.band(new, largest))
    let place = Self.place(new, largest)
    report(
      .curve, .moved, name, old: NumberFormatting.significant(old.y[largest], digits: 4),
      new: NumberFormatting.significant(new.y[largest], digits: 4), difference: difference,
      spreads: band > 0 && !difference.isNaN ? difference / band : nil, place: place)
  }

  private static func band(_ mark: Mark, _ i: Int) -> Double {
    mark.low.indices.contains(i) && mark.high.indices.contains(i) ? mark.high[i] - mark.low[i] : 0
  }

  private static func place(_ mark: Mark, _ i: Int) -> String? {
    if mark.categories.indices.contains(i) { return "at \(mark.categories[i])" }
    return mark.x.indices.contains(i)
      ? "at \(NumberFormatting.significant(mark.x[i], digits: 4))" : nil
  }

  mutating func compareTables() {
    let matching = Matching(
      tables.old, tables.new, name: \.name, content: { "\($0.rows ?? [])" })
    reportNames(.table, matching, name: \.name)
    for (old, new) in matching.pairs {
      let before = (old.rows ?? []).flatMap(\.self)
      let after = (new.rows ?? []).flatMap(\.self)
      guard old.columns == new.columns, before.count == after.count else {
        report(.table, .moved, new.name, place: "its rows or columns are others now")
        continue
      }
      let moved = zip(before, after).filter { !Self.areSame($0, $1) }
      if moved.isEmpty { continue }
      let shifts = moved.compactMap { Self.shift($0, $1) }
      let largest = shifts.max { abs($0.spreads ?? 0) < abs($1.spreads ?? 0) }
      report(
        .table, .moved, new.name, difference: largest?.difference, spreads: largest?.spreads,
        place: "\(moved.count) of \(after.count) cells")
    }
  }

  private static func areSame(_ old: Table.Cell, _ new: Table.Cell) -> Bool {
    guard case .number(let before, let oldUnit, let oldDecimals) = old,
      case .number(let after, let newUnit, let newDecimals) = new,
      oldUnit == newUnit, oldDecimals == newDecimals
    else { return old == new }
    return SampleShift.areSame(before, after)
  }

  private static func shift(_ old: Table.Cell, _ new: Table.Cell) -> SampleShift? {
    guard case .number(let before, _, _) = old, case .number(let after, _, _) = new else {
      return nil
    }
    return SampleShift(before, after)
  }
}

extension Chart {
  /// The marks, those of panels and frames with the panel's title before their names.
  fileprivate var allMarks: [Mark] {
    marks
      + (panels ?? []).flatMap { panel in
        panel.marks.map { mark in
          var named = mark
          named.label = "\(panel.title), \(mark.label)"
          return named
        }
      }
  }
}
