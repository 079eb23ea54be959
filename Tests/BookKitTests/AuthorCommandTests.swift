import Foundation
import Subprocess
import Testing

@testable import BookKit

/// The commands around a build, as a user starts them.
@Suite struct AuthorCommandTests {
  @Test func aBookFromNothing() async throws {
    let book = try BuildCase()
    let begun = try await BuildCase.regbook(["init", book.folder])
    #expect(begun.status == .exited(0))
    #expect(begun.output.split(separator: "\n").count == 4)
    let chapter = try await BuildCase.regbook(["new", "Second thoughts", "--folder", book.folder])
    #expect(chapter.output == book.folder + "/chapters/1-first/02-second-thoughts.md\n")
    #expect(chapter.errors == "")
    let again = try await BuildCase.regbook(["new", "Second thoughts", "--folder", book.folder])
    #expect((again.status, again.output) == (.exited(1), ""))
    #expect(again.errors.hasPrefix("chapters/1-first/02-second-thoughts.md: error: "))
    let check = try await BuildCase.regbook(["check", "--folder", book.folder, "--seeds", "11..13"])
    #expect(check.status == .exited(0))
    #expect(check.errors.contains("experiments: 2 run; claims: 2 held; "))
  }

  @Test func revisionsAreCompared() async throws {
    let book = try BuildCase(chapter: CompareDiffTests.chapter)
    try await git(book, "init", "-q")
    for shift in ["0.5", "2.5"] {
      try book.write(CompareDiffTests.chapter.replacing("shift = 0.5", with: "shift = \(shift)"))
      #expect(try await BuildCase.regbook(["build", "--folder", book.folder]).status == .exited(0))
      try await git(book, "add", "chapters", "output")
      try await git(book, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", shift)
    }
    let diff = try await BuildCase.regbook(["diff", "HEAD~1", "HEAD", "--folder", book.folder])
    #expect(diff.status == .exited(0))
    #expect(diff.output.contains("(+2.00, +2.0 spreads)"))
    let none = try await BuildCase.regbook(
      ["diff", "HEAD", book.folder + "/output", "--folder", book.folder])
    #expect(none.output == "Nothing moved: 3 values, 1 claim and 1 curve are the same.\n")
    let json = try await BuildCase.regbook(
      ["diff", "HEAD~1", "HEAD", "--folder", book.folder, "--format", "json"])
    #expect(
      try JSONDecoder().decode(ResultDiff.self, from: Data(json.output.utf8)).changes.count == 5)
    let unknown = try await BuildCase.regbook(["diff", "HEAD~7", "HEAD", "--folder", book.folder])
    #expect((unknown.status, unknown.output) == (.exited(1), ""))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreThere(shell: String) async throws {
    let end = try await BuildCase.regbook(["--generate-completion-script", shell])
    #expect(end.status == .exited(0))
    #expect(end.output.contains("doctor"))
  }

  private func git(_ book: BuildCase, _ arguments: String...) async throws {
    let end = try await run(
      .name("git"), arguments: Arguments(["-C", book.folder] + arguments), output: .discarded,
      error: .string(limit: 1 << 16))
    #expect(end.terminationStatus == .exited(0), "\(end.standardError)")
  }
}
