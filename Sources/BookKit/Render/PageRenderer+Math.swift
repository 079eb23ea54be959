extension PageRenderer {
  func inlineMath(_ formula: Formula) throws -> HTML {
    guard let math = try typeset(formula) else { return fallback(formula) }
    guard formula.tex.count > 40 else { return .tag("span", ["class": "math"], math) }
    return .tag(
      "span",
      ["class": "math long", "tabindex": "0", "role": "group", "aria-label": "Formula"], math)
  }

  func displayMath(_ formula: Formula) throws -> HTML {
    guard let math = try typeset(formula) else { return .tag("p", [:], fallback(formula)) }
    return scrolling(math, label: "Formula", wide: formula.tex.count > 30, class: "equation")
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
