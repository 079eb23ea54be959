import Foundation
import Subprocess
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
    let template = ChapterTemplate(title: "My first experiment", id: "my-first-experiment")
    #expect(try readmeBlock("````markdown\n", "````\n") == template.text)
  }

  /// What README.md says under "Add a chapter", done as it is written there in a copy of this book. The
  /// copy keeps only the last part, where `regbook new` writes: the others take a minute to compute. It
  /// has no front page and no ledger either, for those lean on chapters of the parts that are left out.
  @Test func theReadmesCommandsAddAChapterToThisBook() async throws {
    let book = try BuildCase()
    let chapters = Self.root + "/chapters"
    let part = try #require(
      FileManager.default.contentsOfDirectory(atPath: chapters)
        .filter { $0.first?.isNumber == true }.max {
          Int($0.prefix { $0 != "-" })! < Int($1.prefix { $0 != "-" })!
        })
    try FileManager.default.createDirectory(
      atPath: book.folder + "/chapters", withIntermediateDirectories: false)
    for name in [part, "data"] {
      try FileManager.default.copyItem(
        atPath: "\(chapters)/\(name)", toPath: "\(book.folder)/chapters/\(name)")
    }
    // Nor the last part's chapters that link to the others'.
    for name in try files(of: book, in: "chapters/\(part)")
    where book.read("chapters/\(part)/\(name)")?.contains("](../") == true {
      try FileManager.default.removeItem(atPath: "\(book.folder)/chapters/\(part)/\(name)")
    }
    let before = Set(try files(of: book, in: "chapters/\(part)"))

    let commands = try readmeBlock("```sh\n", "```\n")
    #expect(commands.contains("regbook new") && commands.contains("regbook build"))
    let bin = (BuildCase.executable as NSString).deletingLastPathComponent
    let end = try await run(
      .path("/bin/sh"),
      arguments: ["-e", "-c", "cd \"$0\"\nPATH=\"$1:$PATH\"\n\(commands)", book.folder, bin],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    #expect(end.terminationStatus.isSuccess, "\(end.standardError)")

    let added = Set(try files(of: book, in: "chapters/\(part)")).subtracting(before)
    let name = try #require(added.first)
    #expect(added.count == 1 && name.hasSuffix("-my-first-experiment.md"))
    #expect(
      try book.read("chapters/\(part)/\(name)") == readmeBlock("````markdown\n", "````\n"))
    let page = try #require(book.read("output/\(part)/\(name.dropLast(3)).html"))
    #expect(page.contains("<h1>My first experiment</h1>"))
    #expect(page.contains("A price makes the weights shorter on every seed."))
    #expect(page.contains("The higher the price, the shorter the weights."))
    // The chapters that were there still are.
    #expect(try files(of: book, in: "output/\(part)").count == before.count + 1)
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
    ("", nil, "empty-title"), (" \n ", nil, "empty-title"), ("-?", nil, "empty-title"),
    ("Seven", "2-middle", "file-exists"),
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

  private static let root = (#filePath as NSString).deletingLastPathComponent + "/../.."

  /// The first block between the two fences under README.md's "Add a chapter", as it is written.
  private func readmeBlock(_ opening: String, _ closing: String) throws -> String {
    let bytes = try #require(Files.read(Self.root + "/README.md"))
    let readme = String(decoding: bytes, as: UTF8.self)
    let heading = try #require(readme.range(of: "\n## Add a chapter\n"))
    let start = try #require(
      readme.range(of: "\n" + opening, range: heading.lowerBound..<readme.endIndex))
    let end = try #require(
      readme.range(of: "\n" + closing, range: start.upperBound..<readme.endIndex))
    return readme[start.upperBound..<end.lowerBound] + "\n"
  }

  private func files(of book: BuildCase, in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(book.folder)/\(folder)")
  }

  private func book() throws -> BuildCase {
    let book = try BuildCase()
    try book.write("# Seven\n", to: "chapters/2-middle/07-seven.md")
    try book.write("# Last\n", to: "chapters/10-last/index.md")
    try book.write("1\n", to: "chapters/data/one.csv")
    return book
  }
}
