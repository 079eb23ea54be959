import Foundation
import Testing

@testable import BookKit

@Suite struct ExecutionDiagnosisTests {
  @Test func messagesAreReadAndSnippetsSkipped() {
    let output = """
      chapters/a b.md:3:5: warning: never used; consider `_` [#no-usage]
      let y: Int = 3
      ~~~~^
      chapters/a b.md:4:1: error: bad
      <unknown>:0: error: lost
      error: link command failed
      """
    let messages = CompilerMessage.parse(output)
    #expect(messages.map(\.text) == ["never used; consider `_`", "bad", "link command failed"])
    #expect(messages.map(\.line) == [3, 4, 0])
    #expect(messages[0].path == "chapters/a b.md")
  }

  @Test(arguments: [
    ("Swift/A.swift:6: Fatal error: Index out of range\n\n*** Signal 4: x", "Index out of range"),
    ("main/x.md:3: Fatal error\n", "Fatal error"),
    ("main/x.md:3: Assertion failed: a: b\n", "a: b"),
    (
      "Could not cast value of type 'Swift.Int' (0x7f2dd4) to 'Swift.String' (0x7f2dd5).\n*** Signal 6",
      "Could not cast value of type 'Swift.Int' to 'Swift.String'"
    ),
    ("a line\nFatal error: two\nlines\n\n*** Signal", "two lines"),
  ])
  func sentenceBeforeATrapIsFound(errors: String, message: String) {
    #expect(TrapMessage.find(in: errors) == message)
  }

  @Test func withoutASentenceNoneIsFound() {
    #expect(TrapMessage.find(in: "it printed this\n*** Signal 4: Backtracing") == nil)
  }

  @Test func columnsAreInCharactersAndCountTheFencesIndent() {
    let span = SourceSpan(line: 10, column: 3, endLine: 12, endColumn: 6)
    let block = SourceBlock(path: "chapters/x.md", span: span, code: "é = x\n")
    #expect(block.place(line: 11, byteColumn: 6) == SourceSpan(line: 11, column: 7))
    #expect(block.closingLine == 12)
    #expect(block.contains(line: 12) && !block.contains(line: 13))
  }

  @Test func codeIsToldFromTextAndComments() {
    let code = #"""
      let a = "import X \(f("}")) " // import Y
      /* a /* b */ import Z */ let b = """
      import W
      """
      let c = ##"\("# "##; d
      """#
    let only = SwiftSource.codeOnly(code)
    #expect(!only.contains("import"))
    #expect(!only.contains("}"))
    #expect(only.contains("let b =") && only.hasSuffix("; d"))
    #expect(only.split(separator: "\n", omittingEmptySubsequences: false).count == 5)
  }

  @Test func importsOfOtherModulesAreFound() {
    let span = SourceSpan(line: 5, column: 1)
    let code = "import Lab\nlet x = 1; @preconcurrency public import struct Foundation.Data\n"
    let found = ImportCheck.diagnostics(SourceBlock(path: "p", span: span, code: code))
    #expect(found.map(\.rule) == ["import-not-allowed"])
    #expect(found.first?.span == SourceSpan(line: 7, column: 49, endLine: 7, endColumn: 59))
  }

  @Test func generatedFilesKeepTheChaptersLines() {
    let span = SourceSpan(line: 7, column: 1, endLine: 9, endColumn: 4)
    let experiment = Experiment(id: "x", options: .init(), code: "print(1)\n", span: span)
    let program = ChapterProgram(
      chapter: #"chapters/a"b.md"#,
      setup: [CodeBlock(language: "swift", code: "let k = 1\n", span: span)],
      experiments: [experiment])
    #expect(program.files.map(\.name) == ["setup_0.swift", "experiment_0.swift", "main.swift"])
    #expect(
      program.files[0].text == """
        import Lab
        #sourceLocation(file: "chapters/a\\"b.md", line: 8)
        let k = 1

        """)
    #expect(
      program.files[1].text == """
        import Lab
        #sourceLocation(file: "chapters/a\\"b.md", line: 7)
        func experiment_0() throws { let regbookBlock = 0
        print(1)
        defer { _ = regbookBlock } }

        """)
  }
}
