import Foundation
import Testing

@testable import BookKit

/// What the flags of `build` and `check` do.
@Suite struct BuildOptionsTests {
  static let chapter = BuildCacheTests.chapter

  @Test func refreshRunsWhatIsCurrent() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    _ = try await book.build()
    let all = try await BuildCase.regbook(["build", "--folder", book.folder, "--refresh", "-v"])
    #expect(all.errors.contains("stale a: --refresh asks for it\n"))
    #expect(all.errors.contains("experiments: 2 run;"))
    let one = try await BuildCase.regbook(["build", "--folder", book.folder, "--refresh", "b"])
    #expect(one.errors.contains("experiments: 1 run, 1 cached"))
    let unknown = try await BuildCase.regbook(["build", "--folder", book.folder, "--refresh", "c"])
    #expect(unknown.status == .exited(1))
    #expect(unknown.errors.contains("[unknown-experiment]"))
  }

  @Test func withoutExecutionAMissingResultIsAnError() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    let none = try await book.build { $0.executes = false }
    #expect(none.diagnostics.map(\.rule) == ["result-missing", "result-missing"])
    #expect(none.diagnostics.first?.span?.line == 7)
    #expect(book.read("output/index.html") == nil)
    _ = try await book.build()
    let all = try await book.build { $0.executes = false }
    #expect(all.diagnostics == [] && all.cached == 2)
  }

  @Test func strictFailsOnWarnings() async throws {
    let book = try BuildCase(
      chapter: "# A\n\n```swift experiment a\nlet unused = 1\nprint(1)\n```\n")
    let strict = try await book.build { $0.isStrict = true }
    #expect(strict.diagnostics.map(\.severity) == [.warning])
    #expect(!strict.succeeded)
    #expect(book.read("output/index.html") == nil)
    try book.write("# A\n\n```swift experiment a\nlet unused = 2\nprint(1)\n```\n")
    #expect(try await book.build().succeeded)
    // The Result is there now, and the warning is as true as before, a line further down.
    try book.write("# A\n\nWords.\n\n```swift experiment a\nlet unused = 2\nprint(1)\n```\n")
    let cached = try await book.build { $0.isStrict = true }
    #expect(cached.cached == 1 && !cached.succeeded)
    #expect(cached.diagnostics.map(\.span?.line) == [6])
  }

  @Test func failFastBeginsNothingAfterAFailure() async throws {
    let chapters = (1...4).map { number in
      "# \(number)\n\n```swift experiment e\(number)\n"
        + (number == 1 ? "claim(\"One is two.\", 1.0 == 2.0, .exact)" : "print(\(number))")
        + "\n```\n"
    }
    let book = try BuildCase()
    for (index, text) in chapters.enumerated() {
      try book.write(text, to: "chapters/0\(index + 1)-x.md")
    }
    let fast = try await book.build {
      $0.jobs = 1
      $0.failsFast = true
    }
    #expect(fast.diagnostics.map(\.rule) == ["claim-refuted"])
    #expect(fast.ran < 4)
    let slow = try await book.build { $0.jobs = 1 }
    #expect(slow.diagnostics.map(\.rule) == ["claim-refuted"])
    #expect(slow.ran + slow.cached == 4, "without it everything is computed")
  }

  @Test func timeoutIsForFencesWithoutTheirOwn() async throws {
    let endless = "while true {}"
    let book = try BuildCase(
      chapter: """
        # A

        ```swift experiment a
        print("last line")
        \(endless)
        ```

        ```swift experiment b timeout=2
        \(endless)
        ```

        """)
    let report = try await book.build { $0.timeout = 1 }
    #expect(
      report.diagnostics.map(\.message) == [
        "The experiment “a” ran longer than 1 s and was stopped; the last line it printed was “last line”.",
        "The experiment “b” ran longer than 2 s and was stopped.",
      ])
  }

  @Test func listAndExplainPrintData() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    let list = try await BuildCase.regbook(["list", "--folder", book.folder])
    #expect(list.output == "a  chapters/01-one.md:7\nb  chapters/01-one.md:11\n")
    let explain = ["explain", "b", "--folder", book.folder]
    #expect(
      try await BuildCase.regbook(explain).output
        == "b (chapters/01-one.md:11) will run: no earlier run here\n")
    #expect(try await BuildCase.regbook(["build", "--folder", book.folder]).status == .exited(0))
    let current = try await BuildCase.regbook(explain)
    #expect(current.output.hasPrefix("b (chapters/01-one.md:11) is current; it last ran in "))
    let json = try await BuildCase.regbook(explain + ["--format", "json"])
    #expect(
      try JSONDecoder().decode([BookExplanation.Entry].self, from: Data(json.output.utf8))
        .map(\.isCurrent) == [true])
    #expect(
      try await BuildCase.regbook(["explain", "c", "--folder", book.folder]).status == .exited(1))
  }

  @Test func runPrintsResultsAsJSON() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    let end = try await BuildCase.regbook(["run", "b", "--folder", book.folder, "--format", "json"])
    let values = try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [[String: Any]]
    #expect(values?.first?["id"] as? String == "b")
  }
}
