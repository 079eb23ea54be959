import Results
import Testing

@testable import BookKit

@Suite struct RenderValueTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var samples: [Double]
    var unit: Unit
    var format: String
    var plain: String
    var tex: String

    var testDescription: String { "\(samples) \(unit) ‘\(format)’" }

    init(_ samples: [Double], _ unit: Unit, _ format: String, _ plain: String, tex: String) {
      self.samples = samples
      self.unit = unit
      self.format = format
      self.plain = plain
      self.tex = tex
    }
  }

  static let rows = [
    Row([0.12345], .number, "", "0.123", tex: "0.123"),
    Row([-1.5], .number, "", "−1.50", tex: "-1.50"),
    Row([1e-7], .number, "", "1.00×10⁻⁷", tex: "1.00\\times 10^{-7}"),
    Row([-2.5e12], .number, "significant 1", "−2×10¹²", tex: "-2\\times 10^{12}"),
    Row([41, 42, 40, 43, 41], .count, "", "41", tex: "41"),
    Row([1_234_567], .count, "", "1,234,567", tex: "1234567"),
    Row([0.9108], .percent, "", "91.1%", tex: "91.1\\%"),
    Row([0.9108], .percent, "percent 2", "91.08%", tex: "91.08\\%"),
    Row([0.9108], .percent, "fixed 3", "0.911", tex: "0.911"),
    Row([0.03], .points, "", "3.0\u{A0}points", tex: "3.0\\text{ points}"),
    Row([0.03, 0.05], .points, "points 0", "4\u{A0}points", tex: "4\\text{ points}"),
    Row([1, 2, 3], .number, "fixed 1 ± sd", "2.0\u{A0}±\u{A0}1.0", tex: "2.0\\pm 1.0"),
    Row([0.1, 0.2, 0.3], .percent, "± sd", "20.0\u{A0}±\u{A0}10.0%", tex: "20.0\\pm 10.0\\%"),
    Row([1, 2, 3], .number, "± ci", "2.00\u{A0}±\u{A0}2.48", tex: "2.00\\pm 2.48"),
    Row(
      [1, 1.000001], .number, "± sd", "1.00\u{A0}±\u{A0}7×10⁻⁷", tex: "1.00\\pm 7\\times 10^{-7}"),
    Row([-3, 1, 2], .number, "fixed 0 range", "−3 to 2", tex: "-3\\text{ to }2"),
    Row([1, 2, 3], .number, "seeds", "3", tex: "3"), Row([5], .number, "± sd", "5.00", tex: "5.00"),
    Row([.nan], .number, "", "not a number", tex: "\\text{nan}"),
    Row([-.infinity], .number, "", "−∞", tex: "-\\infty "),
    Row([], .number, "", "—", tex: "\\text{--}"),
  ]

  @Test(arguments: rows) func spelling(_ row: Row) throws {
    let format = try #require(ValueFormat(row.format))
    let text = NumberText(row.samples, unit: row.unit, format: format)
    #expect(text.plain == row.plain)
    #expect(text.tex == row.tex)
  }

  @Test(arguments: [
    "percent x", "percent 1 2", "fixed", "fixed -1", "significant 0", "± se", "sd", "seeds 3",
    "percent 99", "range ± sd", "Percent 1",
  ])
  func notAFormat(_ words: String) { #expect(ValueFormat(words) == nil) }

  @Test func aValueIsDataWithALinkToItsRow() throws {
    let html = try RenderSupport.page([
      .paragraph(
        content: [.value(RenderSample.reference("l1-zeros", "accuracy"))],
        span: SourceSpan(line: 3, column: 1))
    ]).html
    #expect(
      html.contains(
        "<p><a class=\"value-link\" title=\"l1-zeros.accuracy: 5 seeds\" "
          + "href=\"../1-survey/03-norm-penalties.html#value-l1-zeros-accuracy\">"
          + "<data class=\"value\" value=\"0.9108\">91.1%</data></a></p>"))
  }

  @Test func aValueInAHeadingIsNoLink() throws {
    let value = Inline.value(RenderSample.reference("one-number", "answer"))
    let html = try RenderSupport.page([
      .heading(level: 2, content: [value], anchor: "a", span: SourceSpan(line: 3, column: 1))
    ]).html
    #expect(html.contains("<h2 id=\"a\"><data class=\"value\" value=\"42\">42</data> <a class"))
  }

  @Test func placingANumberIsAParagraph() throws {
    let html = try RenderSupport.page([.placement(RenderSample.reference("one-number", "answer"))])
      .html
    #expect(html.contains("<p><a class=\"value-link\" title=\"one-number.answer\""))
  }

  @Test func aFigureOfAnotherChapterIsNumberedHere() throws {
    let html = try RenderSupport.page([.placement(RenderSample.reference("l1-zeros", "path"))]).html
    #expect(html.contains("id=\"figure-l1-zeros-path\""))
    #expect(html.contains("Figure\u{A0}9.1.1."))
    #expect(
      html.contains("From <a href=\"../1-survey/03-norm-penalties.html#experiment-l1-zeros\">"))
  }
}
