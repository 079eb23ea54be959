import Foundation
import Testing

@testable import BookKit

@Suite struct AuthorNewTests {
  @Test func aNewBookBuildsAtOnce() async throws {
    let book = try BuildCase()
    let files = try NewBook(folder: book.folder).write()
    #expect(
      files == [
        ".gitignore", "chapters/1-first/01-my-first-experiment.md", "chapters/1-first/index.md",
        "chapters/index.md",
      ])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: book.folder).sorted() == [
        ".gitignore", "chapters",
      ])
    #expect(
      try NewChapter(folder: book.folder, title: "Price: what's $5?").write()
        == "chapters/1-first/02-price-what-s-5.md")
    let report = try await book.build()
    #expect(report.diagnostics == [])
    #expect((report.pages.count, report.ran, report.held) == (5, 2, 2))
    let page = try #require(book.read("output/1-first/02-price-what-s-5.html"))
    #expect(page.contains("<h1>Price: what&#39;s $5?</h1>"))
  }

  @Test func theReadmeShowsTheTemplate() throws {
    let root = (#filePath as NSString).deletingLastPathComponent + "/../.."
    let readme = try #require(
      Files.read(root + "/README.md").map { String(decoding: $0, as: UTF8.self) })
    let template = ChapterTemplate(title: "My first experiment", id: "my-first-experiment")
    #expect(readme.contains("````markdown\n\(template.text)````\n"))
  }

  @Test func chaptersTakeTheNextNumberOfTheLastPart() throws {
    let book = try book()
    let path = { try NewChapter(folder: book.folder, title: $0, part: $1).write() }
    #expect(try path("Zwölf Übungen", nil) == "chapters/10-last/01-zwolf-ubungen.md")
    #expect(try path("Next", "2-middle") == "chapters/2-middle/08-next.md")
    #expect(try path("正则化", nil) == "chapters/10-last/02-chapter.md")
    // The id is taken by the chapter above, so this one's has a number.
    #expect(try path("Next", nil) == "chapters/10-last/03-next.md")
    #expect(book.read("chapters/10-last/03-next.md")?.contains("{{next-2.free ± sd}}") == true)
  }

  @Test(arguments: [
    ("", nil, "empty-title"), (" \n ", nil, "empty-title"), ("Seven", "2-middle", "file-exists"),
    ("X", "2-midle", "unknown-part"), ("X", "../..", "unknown-part"), ("X", "", "unknown-part"),
    ("X", "data", "unknown-part"),
  ])
  func refusals(title: String, part: String?, rule: String) throws {
    let book = try book()
    let error = #expect(throws: Diagnostic.self) {
      try NewChapter(folder: book.folder, title: title, part: part).write()
    }
    #expect(error?.rule == rule)
  }

  @Test func aBookIsNotBegunTwice() throws {
    let book = try book()
    let error = #expect(throws: Diagnostic.self) { try NewBook(folder: book.folder).write() }
    #expect(error?.rule == "book-exists")
    #expect(book.read("chapters/2-middle/07-seven.md") == "# Seven\n")
  }

  @Test func anOwnGitignoreStays() throws {
    let book = try BuildCase()
    try book.write("mine\n", to: ".gitignore")
    #expect(try NewBook(folder: book.folder).write().count == 3)
    #expect(book.read(".gitignore") == "mine\n")
  }

  private func book() throws -> BuildCase {
    let book = try BuildCase()
    try book.write("# Seven\n", to: "chapters/2-middle/07-seven.md")
    try book.write("# Last\n", to: "chapters/10-last/index.md")
    try book.write("1\n", to: "chapters/data/one.csv")
    return book
  }
}
