import Foundation
import Testing

@testable import BookKit

@Suite struct BuildOutputTests {
  private func target(_ book: BuildCase) throws -> OutputFolder {
    try FileManager.default.createDirectory(
      atPath: book.folder + "/.regbook", withIntermediateDirectories: true)
    return OutputFolder(book.folder + "/output", workspace: Workspace(book: book.folder))
  }

  private func site(_ files: [String: String]) -> RenderedSite {
    var site = RenderedSite()
    site.files = files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    return site
  }

  @Test func sitesTakeTheOldOnesPlace() throws {
    let book = try BuildCase()
    let target = try target(book)
    try target.write(site(["results.json": "{}", "a/old.html": "old", "same.html": "same"]))
    let same = try inode(book, "output/same.html")
    try target.write(site(["results.json": "{}", "a/new.html": "new", "same.html": "same"]))
    #expect(book.read("output/a/new.html") == "new")
    #expect(book.read("output/a/old.html") == nil)
    #expect(try inode(book, "output/same.html") == same, "unchanged files are linked, not written")
    #expect(try FileManager.default.contentsOfDirectory(atPath: book.folder + "/.regbook") == [])
  }

  @Test func interruptedSwapIsRepaired() throws {
    let book = try BuildCase()
    let target = try target(book)
    try target.write(site(["results.json": "1"]))
    try FileManager.default.createDirectory(
      atPath: book.folder + "/.regbook/site-output/next", withIntermediateDirectories: true)
    let previous = book.folder + "/.regbook/site-output/previous"
    try #require(rename(book.folder + "/output", previous) == 0)
    target.recover()
    #expect(book.read("output/results.json") == "1")
    #expect(!Files.exists(book.folder + "/.regbook/site-output"))
  }

  @Test func readOnlyOutputStopsBeforeAnythingRuns() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    try FileManager.default.createDirectory(
      atPath: book.folder + "/output", withIntermediateDirectories: true)
    chmod(book.folder + "/output", 0o555)
    let report = try await book.build()
    #expect(report.diagnostics.map(\.rule) == ["output-not-writable"])
    #expect(report.ran + report.failed == 0)
  }

  @Test func foreignFolderIsLeftAlone() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    try book.write("mine", to: "output/diary.txt")
    #expect(try await book.build().diagnostics.map(\.rule) == ["output-not-a-site"])
    #expect(book.read("output/diary.txt") == "mine")
  }

  @Test func theSitesFolderLiesOutsideOfTheSources() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    let output = book.folder + "/chapters/site"
    let end = try await BuildCase.regbook(["build", "--folder", book.folder, "-o", output])
    #expect(end.status == .exited(1))
    #expect(end.errors.contains("[output-in-chapters]"))
    #expect(!Files.exists(output))
  }

  @Test func folderWithoutChaptersIsNoBook() async throws {
    let book = try BuildCase()
    let report = try await book.build()
    #expect(report.diagnostics.map(\.rule) == ["no-chapters"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: book.folder) == [])
  }

  @Test func buildsInOneFolderTakeTurns() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    async let first = book.build()
    async let second = book.build()
    let reports = try await [first, second]
    #expect(reports.allSatisfy { $0.diagnostics.isEmpty })
    #expect(reports.map(\.ran).sorted() == [0, 2])
  }

  private func inode(_ book: BuildCase, _ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(book.folder)/\(name)")
    return try #require(attributes[.systemFileNumber] as? Int)
  }
}
