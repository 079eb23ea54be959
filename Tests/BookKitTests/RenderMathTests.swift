import Testing

@testable import BookKit

@Suite struct RenderMathTests {
  private func formula(
    _ tex: String, display: Bool = false, _ values: [ValueReference] = []
  ) -> Formula {
    Formula(
      tex: tex, display: display, values: values,
      span: SourceSpan(line: 10, column: 5, endLine: 10, endColumn: 6))
  }

  private func mistakes(_ formula: Formula) throws -> [Diagnostic] {
    try RenderSupport.page([.math(formula)]).diagnostics
  }

  @Test func anUnknownCommandIsNamedAtItsPlace() throws {
    let found = try #require(try mistakes(formula("a + \\foo{1}")).first)
    #expect(found.rule == "bad-formula")
    #expect(found.message == "The formula cannot be read: Undefined control sequence: \\foo.")
    // One dollar sign, then four characters.
    #expect(found.span == SourceSpan(line: 10, column: 10))
  }

  @Test func columnsCountCharactersNotUnits() throws {
    // The mathematical 𝑥 is two UTF-16 units and one character.
    let found = try #require(try mistakes(formula("\\text{𝑥é} + \\foo", display: true)).first)
    #expect(found.span == SourceSpan(line: 10, column: 5 + 2 + 12))
  }

  @Test func theLineOfALaterLine() throws {
    let found = try #require(try mistakes(formula("\na\n + \\foo\n", display: true)).first)
    #expect(found.span == SourceSpan(line: 12, column: 4))
  }

  @Test func valuesDoNotMoveColumns() throws {
    let value = RenderSample.reference("l1-zeros", "largest-error")
    let found = try #require(try mistakes(formula("\(value.source) + \\foo", [value])).first)
    #expect(found.span == SourceSpan(line: 10, column: 6 + value.source.count + 3))
  }

  @Test func valuesArePutIn() throws {
    let value = RenderSample.reference("l1-zeros", "accuracy")
    let page = try RenderSupport.page([.math(formula("a = \(value.source)", [value]))])
    #expect(page.diagnostics == [])
    #expect(
      page.html.contains("<annotation encoding=\"application/x-tex\">a = {91.1\\%}</annotation>"))
  }

  @Test func theEndOfTheFormula() throws {
    let found = try #require(try mistakes(formula("\\frac{1}")).first)
    #expect(found.span == SourceSpan(line: 10, column: 6 + 8))
  }

  @Test(arguments: [
    "\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}", "\\text{正则化}",
    "\\begin{cases}0 & x < 0 \\\\ x & \\text{else}\\end{cases}", "\\mathbb{E}[X] \\tag{3}",
  ])
  func formulasThatMustWork(_ tex: String) throws {
    #expect(try mistakes(formula(tex, display: true)) == [])
  }

  @Test func onlyPagesWithMathLinkItsStyle() throws {
    let plain = try RenderSupport.page([RenderSample.text("No formula.")]).html
    #expect(!plain.contains("katex"))
    let math = try RenderSupport.page([.math(formula("x"))]).html
    #expect(math.contains("<link rel=\"stylesheet\" href=\"../vendor/katex/regbook.css\">"))
  }
}
