import BookKit
import Testing

struct DiagnosticPrinterTests {
  private let printer = DiagnosticPrinter(folder: ParseCases.folder, color: false)

  @Test func withoutPlace() {
    #expect(
      printer.text(Diagnostic(rule: "a-rule", "Nothing is here.", hint: "Do it.")) == """
        error: Nothing is here. [a-rule]
        hint: Do it.
        """)
    #expect(
      printer.text(
        Diagnostic(
          .warning, rule: "r", "No file.", path: "gone.md", span: .init(line: 9, column: 9)))
        == "gone.md:9:9: warning: No file. [r]")
  }

  @Test func color() {
    let text = DiagnosticPrinter(folder: "", color: true).text(Diagnostic(rule: "r", "Red."))
    #expect(text == "\u{1B}[1;31merror:\u{1B}[0m Red.\u{1B}[2m [r]\u{1B}[0m")
  }

  @Test func placesOutsideTheLine() {
    for span in [
      SourceSpan(line: 1, column: 99), SourceSpan(line: 0, column: 0),
      SourceSpan(line: 99, column: 1),
    ] {
      #expect(
        printer.text(Diagnostic(rule: "r", "x", path: "bad/values.md", span: span)).contains("[r]"))
    }
  }

  @Test func order() {
    let places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 5), ("a", 2, 3)]
    let sorted = places.map {
      Diagnostic(rule: "r", "x", path: $0.0, span: .init(line: $0.1, column: $0.2))
    }
    .sortedByPlace
    #expect(sorted.map { "\($0.path!)\($0.summary)" } == ["ar 2:3", "ar 2:5", "ar 10:1", "br 1:1"])
  }
}
