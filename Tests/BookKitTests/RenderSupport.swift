import Foundation
import Results
import Testing

@testable import BookKit

/// What the tests of rendering share.
enum RenderSupport {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  /// Whether Chromium is here. In CI it must be: there the tests fail rather than skip.
  static let hasBrowser =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    || ProcessInfo.processInfo.environment["CI"] != nil

  static let theme = here.appending(path: "../../Sources/BookKit/Theme").standardizedFileURL.path
  static let repository = here.appending(path: "../..").standardizedFileURL.path
  /// The book as it was built, or another site to look at.
  static let site: String = {
    if let named = ProcessInfo.processInfo.environment["REGBOOK_SITE"] { return named }
    let output = repository + "/output"
    if Files.isFolder(output + "/vendor") { return output }
    return (try? siteWithVendor(output)) ?? output
  }()

  /// A copy of the committed site with what a build would copy from this machine's packages: a fresh
  /// clone lacks it.
  private static func siteWithVendor(_ output: String) throws -> String {
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "regbook-site-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.copyItem(at: URL(filePath: output), to: copy)
    var vendor = try render()
    vendor.files.removeAll { !$0.path.hasPrefix("vendor/") }
    try write(vendor, to: copy)
    return copy.path
  }

  static let cases = here.appending(path: "Cases/render").path

  static func render(
    _ book: Book = RenderSample.book,
    _ results: [String: ExperimentResult] = RenderSample.results, bookFolder: String = "/nowhere"
  ) throws -> RenderedSite {
    try SiteRenderer(book: book, results: results, theme: theme, bookFolder: bookFolder).render()
  }

  /// The only page of a book of one chapter, and what is wrong with it.
  static func page(
    _ blocks: [Block], _ results: [String: ExperimentResult] = RenderSample.results,
    rawHTML: Bool = false
  ) throws -> (html: String, diagnostics: [Diagnostic]) {
    let others = RenderSample.book.parts
    var chapter = RenderSample.chapter("chapters/9-test/01-page.md", title: "Page", blocks)
    chapter.frontMatter.rawHTML = rawHTML
    let part = Part(folder: "9-test", index: nil, chapters: [chapter])
    let site = try render(Book(parts: others + [part]), results)
    return (text("9-test/01-page.html", in: site), site.diagnostics)
  }

  /// The pages of a site in a folder, sorted.
  static func pages(in folder: String) -> [String] {
    (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".html") }.sorted()
  }

  static func withFolder(_ body: (URL) throws -> Void) throws {
    let name = "render-\(UUID().uuidString)"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  static func text(_ path: String, in site: RenderedSite) -> String {
    let bytes = site.files.first { $0.path == path }?.bytes
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? "(no file \(path))"
  }

  /// Writes a site as a build does.
  static func write(_ site: RenderedSite, to folder: URL) throws {
    let manager = FileManager.default
    for (path, bytes) in site.files {
      let file = folder.appending(path: path)
      try manager.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    for (path, source) in site.copies {
      let file = folder.appending(path: path)
      try manager.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? manager.removeItem(at: file)
      try manager.copyItem(at: URL(filePath: source).resolvingSymlinksInPath(), to: file)
    }
  }

  /// Compares with a committed file, or rewrites it under REGBOOK_UPDATE_GOLDEN=1.
  static func expectGolden(_ text: String, _ name: String) throws {
    let file = URL(filePath: cases).appending(path: name)
    let environment = ProcessInfo.processInfo.environment
    if environment["REGBOOK_UPDATE_GOLDEN"] == "1" {
      try #require(environment["CI"] == nil, "Golden files are not rewritten in CI.")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, (old, new)) in zip(expected, found).enumerated() where old != new {
      Issue.record("\(name):\(number + 1)\n  was \(old)\n  is  \(new)")
      return
    }
    #expect(expected.count == found.count, "\(name) has another number of lines.")
  }
}
