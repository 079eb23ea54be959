import Foundation
import Testing

@testable import BookKit

@Suite struct VerifyTests {
  private func verify(_ book: BuildCase) async throws -> BookVerification.Report {
    var verification = BookVerification(folder: book.folder)
    verification.executable = BuildCase.executable
    verification.variants = Array(BuildVariant.all.prefix(2))
    return try await verification.run()
  }

  @Test func theSameBytesAgreeWithTheCommittedOnes() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    _ = try await book.build()
    let report = try await verify(book)
    #expect(report.diagnostics == [])
    #expect(
      report.findings.suffix(2) == [
        "output/results.json has the same numbers", "output/ has the same bytes",
      ])
    #expect(report.findings.first?.hasPrefix("the same bytes in ") == true)

    let page = try #require(book.read("output/01-one.html"))
    try book.write(page.replacing("<h1", with: "<h1 lang=\"en\""), to: "output/01-one.html")
    let edited = try await verify(book)
    #expect(edited.diagnostics.map(\.rule) == ["output-differs"])
    #expect(
      edited.diagnostics.first?.message.contains("01-one.html differs, first on line ") == true)

    // Pages of other renderers may differ; numbers may not.
    let results = try #require(book.read("output/results.json"))
    try book.write(results.replacing("0.30", with: "0.29"), to: "output/results.json")
    let other = try await verify(book)
    #expect(other.diagnostics == [])
    #expect(
      other.findings.last?.hasPrefix("pages are not compared: output/ was made with cmark 0.29")
        == true)
  }

  @Test func whatNoRuleSeesIsFound() async throws {
    let book = try BuildCase(
      chapter: """
        # A

        ```swift setup
        @_silgen_name("getpid") func processNumber() -> Int32
        ```

        ```swift experiment a
        print("process", processNumber())
        ```

        """)
    let report = try await verify(book)
    #expect(report.diagnostics.map(\.rule) == ["not-reproducible"])
    let message = try #require(report.diagnostics.first?.message)
    #expect(
      message.hasPrefix("01-a.html differs, first on line ") || message.hasPrefix("01-one.html"))
    #expect(message.contains("with one job, “"))
  }

  @Test func aBookThatDoesNotBuildIsNotVerified() async throws {
    let book = try BuildCase(chapter: "# A\n\n{{no.value}}\n")
    #expect(try await verify(book).diagnostics.map(\.rule) == ["verify-build-failed"])
  }

  @Test(arguments: [
    ("a\nb\n", "a\nc\n", 2, "b", "c"), ("a\n", "a\nb", 2, "", "b"), ("", "x", 1, "", "x"),
    ("é\n", "è\n", 1, "\u{FFFD}", "\u{FFFD}"),
  ])
  func differencesAreShown(a: String, b: String, line: Int, first: String, second: String) {
    let difference = SiteDifference(file: "f", Data(a.utf8), Data(b.utf8))
    #expect(difference?.line == line)
    if first != "\u{FFFD}" {
      #expect(difference?.texts.first == first)
      #expect(difference?.texts.second == second)
    }
    #expect(SiteDifference(file: "f", Data(a.utf8), Data(a.utf8)) == nil)
  }
}
