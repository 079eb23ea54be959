import Foundation
import Testing

@testable import BookKit

/// A build that has nothing to do says what the last one said; every change ends that.
@Suite struct BuildUnchangedTests {
  private static let chapter = """
    # One

    ```swift experiment a
    let x = TextTable("chapters/data/a.csv").numbers("n")[0]
    record("x", x)
    claim("It is positive.", x > 0)
    ```

    {{a.x}} and {{A.x}}

    """

  private func book() throws -> BuildCase {
    let book = try BuildCase(chapter: Self.chapter)
    try book.write("n\n1\n", to: "chapters/data/a.csv")
    try book.write("body {}", to: "chapters/theme/styles/90-own.css")
    return book
  }

  /// Whether the next build would take over what the last one found.
  private func isUnchanged(_ book: BuildCase) async throws -> Bool {
    // A damaged report that would show.
    let path = book.folder + "/.regbook/last-build.json"
    guard var last = LastBuild(in: Workspace(book: book.folder)) else { return false }
    last.held = 7
    last.write(in: Workspace(book: book.folder))
    defer { unlink(path) }
    return try await book.build().held == 7
  }

  @Test func nothingToDoIsSaidLikeTheLastTime() async throws {
    let book = try book()
    let first = try await book.build()
    let second = try await book.build()
    #expect(first.diagnostics.map(\.rule) == ["not-a-value"])
    #expect(second.diagnostics == first.diagnostics)
    #expect(second.pages == first.pages)
    #expect((second.cached, second.held) == (1, 1))
    #expect(try await isUnchanged(book))
  }

  @Test(arguments: [
    "text", "same size and time", "new chapter", "removed chapter", "data", "theme",
    "page edited", "page removed", "page added", "result damaged", "result removed", "link",
  ])
  func aChangeIsNoticed(what: String) async throws {
    let book = try book()
    try book.write("# Two\n\nSome words.\n", to: "chapters/02-two.md")
    _ = try await book.build()
    let chapter = book.folder + "/chapters/02-two.md"
    let result = try #require(Files.names(in: book.folder + "/.regbook/results").first)
    switch what {
    case "text": try book.write("# Two\n\nMore words.\n", to: "chapters/02-two.md")
    case "same size and time":
      var info = stat()
      stat(chapter, &info)
      try book.write("# Two\n\nSome wards.\n", to: "chapters/02-two.md")
      utimensat(AT_FDCWD, chapter, [info.st_atim, info.st_mtim], 0)
    case "new chapter": try book.write("# Three\n\nWords.\n", to: "chapters/03-three.md")
    case "removed chapter": unlink(chapter)
    case "data": try book.write("n\n2\n", to: "chapters/data/a.csv")
    case "theme": try book.write("p {}", to: "chapters/theme/styles/90-own.css")
    case "page edited": try book.write("x", to: "output/02-two.html")
    case "page removed": unlink(book.folder + "/output/02-two.html")
    case "page added": try book.write("x", to: "output/more.html")
    case "result damaged": try book.write("x", to: ".regbook/results/" + result)
    case "result removed": unlink("\(book.folder)/.regbook/results/\(result)")
    default: symlink("02-two.md", book.folder + "/chapters/03-link.md")
    }
    #expect(try await !isUnchanged(book))
  }

  @Test func otherOptionsAreOtherBuilds() async throws {
    let book = try book()
    _ = try await book.build()
    var last = try #require(LastBuild(in: Workspace(book: book.folder)))
    last.held = 7
    last.write(in: Workspace(book: book.folder))
    #expect(try await book.build { $0.isStrict = true }.succeeded == false)
    #expect(try await book.build { $0.refresh = .everything }.ran == 1)
  }

  @Test func whatCannotBeSeenToChangeIsBuiltAgain() async throws {
    let book = try book()
    symlink("01-one.md", book.folder + "/chapters/link.txt")
    _ = try await book.build()
    #expect(LastBuild(in: Workspace(book: book.folder)) == nil)
  }
}
