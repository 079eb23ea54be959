import BookKit
import Testing

struct ParseGoldenTests {
  @Test(arguments: ParseCases.names("good"))
  func goodChapter(name: String) throws {
    let bytes = try ParseCases.bytes("good/\(name).md")
    let (chapter, diagnostics) = ChapterParser.parse(bytes, path: "good/\(name).md")
    #expect(diagnostics == [])
    try ParseCases.expect(ParseDump(chapter).text, toMatch: "good/\(name).txt")
  }

  @Test(arguments: ParseCases.names("bad"))
  func badChapter(name: String) throws {
    let bytes = try ParseCases.bytes("bad/\(name).md")
    let found = ChapterParser.parse(bytes, path: "bad/\(name).md").diagnostics
    #expect(found != [])
    let printer = DiagnosticPrinter(folder: ParseCases.folder, color: false)
    let text = found.map { printer.text($0) + "\n" }.joined(separator: "\n")
    try ParseCases.expect(text, toMatch: "bad/\(name).diagnostics")
  }
}
