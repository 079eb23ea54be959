extension PageRenderer {
  func inlineMath(_ formula: Formula) throws -> HTML {
    if let label = formula.label {
      report(
        "equation-in-text", "The equation “\(label)” stands in a line of text.",
        hint: "An equation with a label needs a paragraph of its own.", at: formula.span)
    }
    guard let math = try typeset(formula) else { return fallback(formula) }
    guard formula.tex.count > 40 else { return .tag("span", ["class": "math"], math) }
    return .tag(
      "span",
      ["class": "math long", "tabindex": "0", "role": "group", "aria-label": "Formula"], math)
  }

  func displayMath(_ formula: Formula) throws -> HTML {
    guard let math = try typeset(formula) else { return .tag("p", [:], fallback(formula)) }
    let isWide = formula.tex.count > 30
    guard let label = formula.label, let number = book.equations[index][label] else {
      return scrolling(math, label: "Formula", wide: isWide, class: "equation")
    }
    if !shownEquations.insert(label).inserted {
      report(
        "duplicate-equation", "There are two equations “\(label)” in this chapter.",
        hint: "Give this one another label.", at: formula.span)
    }
    return .tag(
      "div", ["class": "numbered", "id": label],
      scrolling(math, label: "Equation \(number)", wide: isWide, class: "equation")
        + .tag("a", ["class": "number", "href": "#\(label)"], HTML(number)))
  }

  private func fallback(_ formula: Formula) -> HTML { .tag("code", [:], HTML(formula.tex)) }

  private func typeset(_ formula: Formula) throws -> HTML? {
    hasMath = true
    let filled = FilledFormula(formula) { look(up: $0)?.1 ?? .missing }
    guard let typesetter = try tools.startMath() else { return nil }
    do {
      return try typesetter.typeset(filled.tex, display: formula.display)
    } catch let mistake as MathTypesetter.Mistake {
      let place = filled.place(of: mistake.position ?? 0)
      report("bad-formula", "The formula cannot be read: \(mistake.message).", at: place)
    } catch let failure as ScriptEngine.Failure {
      report("bad-formula", "KaTeX gave up on the formula: \(failure.message).", at: formula.span)
    }
    return nil
  }
}
