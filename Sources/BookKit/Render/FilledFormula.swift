/// A formula with its values put in, which still knows where each of its characters was written.
struct FilledFormula {
  private(set) var tex = ""
  private let formula: Formula
  /// For each stretch of the filled TeX in UTF-16 units: where it begins, where its source began in
  /// the formula as written, and whether it was copied (else it stands for a value as a whole).
  private var stretches: [(start: Int, source: Int, copied: Bool)] = []

  /// Fills in what `spell` says for each value.
  init(_ formula: Formula, spell: (ValueReference) -> NumberText) {
    self.formula = formula
    var rest = formula.tex[...]
    for reference in formula.values {
      guard let range = rest.range(of: reference.source) else { continue }
      append(rest[..<range.lowerBound], copied: true)
      stretches.append((tex.utf16.count, offset(range.lowerBound), false))
      // Braces keep the number one thing after `^`, `_` and in front of a letter.
      tex += "{\(spell(reference).tex)}"
      rest = rest[range.upperBound...]
    }
    append(rest, copied: true)
  }

  private mutating func append(_ piece: Substring, copied: Bool) {
    stretches.append((tex.utf16.count, offset(piece.startIndex), copied))
    tex += piece
  }

  private func offset(_ index: String.Index) -> Int {
    formula.tex.utf16.distance(from: formula.tex.startIndex, to: index)
  }

  /// The place in the Markdown of a position in the filled TeX.
  func place(of position: Int) -> SourceSpan {
    var source = 0
    if let stretch = stretches.last(where: { $0.start <= position }) {
      source = stretch.source + (stretch.copied ? position - stretch.start : 0)
    }
    let units = formula.tex.utf16
    let end = units.index(units.startIndex, offsetBy: min(source, units.count))
    let before = formula.tex[..<end]
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let column = lines.last?.count ?? 0
    if lines.count > 1 {
      return SourceSpan(line: formula.span.line + lines.count - 1, column: column + 1)
    }
    let dollars = formula.display ? 2 : 1
    return SourceSpan(line: formula.span.line, column: formula.span.column + dollars + column)
  }
}
