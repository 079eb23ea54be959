import Foundation
import Testing

@testable import BookKit

@Suite struct BuildCheckTests {
  /// Its claim holds on the fence's seeds 1 to 3 and on no other.
  static let chapter = """
    # One

    ```swift experiment a seeds=3
    let small = seeds { seed in seed }
    claim("Seeds are small.", small < 3.5)
    claim("Seeds are positive.", small > 0)
    ```

    """

  private func check(_ book: BuildCase, seeds: String? = nil) async throws -> BuildReport {
    var options = BuildOptions()
    options.jobs = 2
    options.seeds = seeds
    var check = BookCheck(folder: book.folder, options: options)
    check.build.settings = book.settings
    return try await check.run()
  }

  @Test func nothingIsWritten() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    let report = try await check(book)
    #expect((report.ran, report.held, report.pages.count) == (1, 2, 0))
    #expect(!Files.exists(book.folder + "/output"))
    #expect(try kept(book) == [])
  }

  @Test func earlierResultsAreUsedAndPagesStay() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    _ = try await book.build()
    let (page, results) = (book.read("output/index.html"), try kept(book))
    try book.write(Self.chapter.replacing("# One", with: "# Two"))
    let report = try await check(book)
    #expect((report.ran, report.cached) == (0, 1))
    #expect(book.read("output/index.html") == page)
    #expect(try kept(book) == results)
  }

  @Test func otherSeedsTryTheClaimsAgain() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    _ = try await book.build()
    let results = try kept(book)
    let report = try await check(book, seeds: "3..5")
    #expect((report.ran, report.cached, report.held, report.refuted) == (1, 0, 1, 1))
    #expect(report.diagnostics.map(\.rule) == ["claim-refuted"])
    #expect(report.diagnostics.first?.span?.line == 5)
    #expect(report.findings.hasPrefix("experiments: 1 run; claims: 1 held, 1 refuted; "))
    #expect(try kept(book) == results)
  }

  @Test func pagesAreCheckedToo() async throws {
    let book = try BuildCase(chapter: Self.chapter + "{{a.nothing}} and [there](02-no.md)\n")
    #expect(
      try await Set(check(book).diagnostics.map(\.rule)) == ["unknown-value", "broken-link"])
  }

  /// A value is unknown whatever else is wrong, unless what is wrong may have hidden it.
  @Test(arguments: [
    ("# Two\n\n$$$$\n", ["empty-math", "unknown-value"]),
    ("# Two\n\n```swift experiment B\nprint(1)\n```\n", ["bad-experiment-id"]),
  ])
  func unknownValuesBesideOtherMistakes(second: String, rules: [String]) async throws {
    let book = try BuildCase(chapter: Self.chapter + "{{b.nothing}}\n")
    try book.write(second, to: "chapters/02-two.md")
    #expect(try await check(book).diagnostics.map(\.rule).sorted() == rules)
  }

  private func kept(_ book: BuildCase) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: book.folder + "/.regbook")
    let results = try FileManager.default.contentsOfDirectory(
      atPath: book.folder + "/.regbook/results")
    return (names.filter { $0 == "typeset.json" } + results).sorted()
  }
}
