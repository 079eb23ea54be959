import Foundation
import Subprocess
import Testing

@testable import BookKit

/// The real program, as a user starts it.
@Suite struct BuildCommandTests {
  @Test func buildsAndSummarizes() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    let end = try await BuildCase.regbook(["build", "--folder", book.folder, "-j", "2"])
    #expect(end.status == .exited(0))
    #expect(end.output == "")
    #expect(end.errors.hasPrefix("compile chapters/01-one.md 2 experiments\n"))
    #expect(end.errors.contains("experiments: 2 run"))
    #expect(book.read("output/index.html") != nil)
  }

  @Test func aHeadingThatIsTheTitleIsShownOnce() async throws {
    let book = try BuildCase(chapter: "Some words.\n\n# A title\n\nMore words.\n")
    #expect(try await BuildCase.regbook(["build", "--folder", book.folder]).status == .exited(0))
    let page = try #require(book.read("output/01-one.html"))
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(page.contains("A title") && page.contains("Some words."))
  }

  @Test func mistakesEndWithStatusOne() async throws {
    let book = try BuildCase(chapter: "# A\n\n```swift experiment a\nlet x: Int = 1.5\n```\n")
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(1))
    #expect(end.errors.contains("chapters/01-one.md:4:14: error: "))
    #expect(!end.errors.contains("\u{1B}"), "no colour without a terminal")
  }

  @Test func missingCompilerIsSaidInOneLine() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    let end = try await BuildCase.regbook(
      ["build", "--folder", book.folder],
      environment: .inherit.updating(["REGBOOK_SWIFTC": "/nowhere"]))
    #expect(end.status == .exited(1))
    #expect(end.errors.contains("[swiftc-missing]"))
    #expect(book.read("output/index.html") == nil)
  }

  @Test(arguments: [["build", "-j", "0"], ["run"], ["run", "a", "--seeds", "7..3"], ["bild"]])
  func senselessCommandLinesEndWith64(arguments: [String]) async throws {
    #expect(try await BuildCase.regbook(arguments).status == .exited(64))
  }

  @Test(arguments: [
    ("bild", " Did you mean “build”?"), ("previews", " Did you mean “preview”?"), ("xyzzy", ""),
  ])
  func aCommandThatThereIsNot(word: String, hint: String) async throws {
    let end = try await BuildCase.regbook([word, "."])
    #expect(end.errors.hasPrefix("Error: There is no command “\(word)”.\(hint)\n"), "\(end.errors)")
  }

  @Test func aTitleThatBeginsWithADash() async throws {
    let book = try BuildCase(chapter: "# T\n\nSome words.\n")
    let end = try await BuildCase.regbook(["new", "-x", "--folder", book.folder])
    #expect(end.status == .exited(64))
    #expect(
      end.errors.hasPrefix(
        "Error: There is no option “-x”. A title that begins with a dash stands after “--”: "
          + "regbook new -- \"-x\"\n"), "\(end.errors)")
    let made = try await BuildCase.regbook(["new", "--folder", book.folder, "--", "-x"])
    #expect(made.output == book.folder + "/chapters/02-x.md\n")
  }

  @Test func runPrintsWhatAnExperimentSays() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    let end = try await BuildCase.regbook(["run", "b", "--folder", book.folder])
    #expect(end.status == .exited(0))
    #expect(end.output.hasPrefix("# b\nb\n"))
    let unknown = try await BuildCase.regbook(["run", "c", "--folder", book.folder])
    #expect(unknown.status == .exited(1))
    #expect(unknown.errors.contains("[unknown-experiment]"))
  }

  @Test func inspectPrintsChapters() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    let end = try await BuildCase.regbook(["inspect", "--folder", book.folder])
    #expect(end.status == .exited(0))
    let chapters = try JSONDecoder().decode([Chapter].self, from: Data(end.output.utf8))
    #expect(chapters.map(\.path) == ["chapters/01-one.md"])
  }

  @Test func interruptStopsTheExperiment() async throws {
    let book = try BuildCase(chapter: "# A\n\n```swift experiment a\nwhile true {}\n```\n")
    let work = book.folder + "/.regbook/work"
    let end = try await run(
      .path(.init(BuildCase.executable)), arguments: ["build", "--folder", book.folder],
      input: .none,
      output: .discarded, error: .string(limit: 1 << 20)
    ) { execution in
      for _ in 0..<1000 where !BuildCase.started(in: work) {
        try await Task.sleep(for: .milliseconds(20))
      }
      try execution.send(signal: .interrupt)
    }
    #expect(end.terminationStatus == .exited(130))
    #expect(end.standardError.contains("regbook: stopped"))
    #expect(try Self.processes(mentioning: work) == [], "the experiment is gone too")
  }

  static func processes(mentioning text: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
      Int(name) != nil
        && Files.read("/proc/\(name)/cmdline").map { String(decoding: $0, as: UTF8.self) }?
          .contains(text) ?? false
    }
  }
}
