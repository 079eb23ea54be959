import Foundation
import Subprocess
import Testing

@testable import BookKit

@Suite struct DiagnosticFileTests {
  @Test func hasTheShapeOfDocCs() throws {
    let file = DiagnosticFile(
      [
        Diagnostic(
          .warning, rule: "b", "Second.", path: "chapters/a b.md",
          span: SourceSpan(line: 3, column: 5, endLine: 3, endColumn: 8)),
        Diagnostic(rule: "a", "First.", hint: "Do it."),
      ], folder: "/book")
    let path = NSTemporaryDirectory() + "regbook-\(UUID().uuidString).json"
    defer { unlink(path) }
    try file.write(to: path)
    #expect(
      Files.read(path).map { String(decoding: $0, as: UTF8.self) } == """
        {
          "diagnostics" : [
            {
              "id" : "a",
              "notes" : [

              ],
              "severity" : "error",
              "solutions" : [
                {
                  "replacements" : [

                  ],
                  "summary" : "Do it."
                }
              ],
              "summary" : "First."
            },
            {
              "id" : "b",
              "notes" : [

              ],
              "range" : {
                "end" : {
                  "column" : 8,
                  "line" : 3
                },
                "start" : {
                  "column" : 5,
                  "line" : 3
                }
              },
              "severity" : "warning",
              "solutions" : [

              ],
              "source" : "file:///book/chapters/a%20b.md",
              "summary" : "Second."
            }
          ],
          "version" : {
            "major" : 1,
            "minor" : 1,
            "patch" : 0
          }
        }

        """)
  }

  @Test(arguments: ["build", "check", "run", "inspect"])
  func everyCommandWritesIt(command: String) async throws {
    let book = try BuildCase(chapter: "# A\n\n```swift experiment a\nprint(1)\n```\n")
    let path = book.folder + "/problems.json"
    let arguments =
      switch command {
      case "run": ["run", "a", "--folder", book.folder]
      case "inspect": ["inspect", "--folder", book.folder]
      default: [command, "--folder", book.folder, "--quiet"]
      }
    func regbook() async throws -> (TerminationStatus, String, DiagnosticFile) {
      let end = try await BuildCase.regbook(arguments + ["--diagnostics-file", path])
      let file = try JSONDecoder().decode(
        DiagnosticFile.self, from: #require(Files.read(path)))
      return (end.status, end.errors, file)
    }
    let good = try await regbook()
    #expect(good.0 == .exited(0))
    #expect(good.2.diagnostics == [])
    if command == "build" || command == "check" { #expect(good.1 == "", "quiet says nothing") }
    try book.write("# A\n\n```swift experiment a sead=3\nprint(1)\n```\n")
    let bad = try await regbook()
    #expect(bad.0 == .exited(1))
    #expect(bad.2.diagnostics.map(\.id) == ["unknown-option"])
  }

  /// Who forgets FILE names a chapter, which must not be lost.
  @Test func aFileOfAnotherKindStays() async throws {
    let book = try BuildCase(chapter: "# A\n\nWords.\n")
    let chapter = book.folder + "/chapters/01-one.md"
    let end = try await BuildCase.regbook(["inspect", "--diagnostics-file", chapter])
    #expect(end.status == .exited(64))
    #expect(end.errors.contains("01-one.md is another"), "\(end.errors)")
    #expect(book.read("chapters/01-one.md") == "# A\n\nWords.\n")
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidAtOnce() async throws {
    let end = try await BuildCase.regbook(
      ["build", "--folder", "/nowhere", "--diagnostics-file", "/nowhere/x.json"])
    #expect(end.status == .exited(64))
    #expect(end.errors.contains("--diagnostics-file needs a file that can be written"))
  }
}
