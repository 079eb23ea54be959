import Foundation
import Testing

@testable import BookKit

/// One thing is changed at a time: the pages that show it are rendered again and no others, and the
/// site is the one that a build without memory makes.
@Suite struct KeptPageTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    /// How many of the three pages it reaches.
    let reaches: Int
    let apply: @Sendable (BuildCase) throws -> Void
    var testDescription: String { name }
  }

  static let changes = [
    Change(name: "prose", reaches: 1) { try $0.edit("01-shows", "Some words.", "Other words.") },
    Change(name: "a value that another page shows", reaches: 2) {
      try $0.edit("02-computes", "41", "42")
    },
    Change(name: "code that gives the same Result", reaches: 1) {
      try $0.edit("02-computes", "41", "41  // As before.")
    },
    Change(name: "a heading that another page may link to", reaches: 3) {
      try $0.edit("02-computes", "## A place", "## A place\n\n## Another")
    },
    Change(name: "a title", reaches: 3) { try $0.edit("03-alone", "Alone", "Lonely") },
    Change(name: "a file that a page links to", reaches: 1) {
      try $0.write("2\n", to: "chapters/data/numbers.csv")
    },
    Change(name: "a file that no page names", reaches: 0) {
      try $0.write("2\n", to: "chapters/data/others.csv")
    },
    Change(name: "the theme", reaches: 3) {
      try $0.write("main { color: red; }\n", to: "chapters/theme/styles/99-own.css")
    },
    Change(name: "a claim of the ledger", reaches: 3) {
      try $0.write(Self.ledger(["A1", "A2"]), to: "chapters/claims.yaml")
    },
    Change(name: "a note in the ledger", reaches: 0) {
      try $0.write(Self.ledger(["A1"], note: "So it is."), to: "chapters/claims.yaml")
    },
    Change(name: "a chapter more", reaches: 4) {
      try $0.write("# New\n\nWords.\n", to: "chapters/04-new.md")
    },
  ]

  @Test(arguments: changes) func isRendered(change: Change) async throws {
    let book = try Self.book()
    _ = try await Self.built(book)
    let before = book.keptPages
    #expect(before.count == 3)
    try change.apply(book)
    let site = try await Self.built(book)
    let after = book.keptPages
    #expect(after.filter { before[$0.key] != $0.value }.count == change.reaches)
    for name in ["pages", "drawings", "typeset.json", "last-build.json"] {
      try FileManager.default.removeItem(atPath: "\(book.folder)/.regbook/\(name)")
    }
    #expect(try await Self.built(book) == site)
  }

  /// What is wrong with a page is said at every build.
  @Test func warningsAreRepeated() async throws {
    let book = try Self.book()
    try book.edit("01-shows", "{{answer.value}}", "{{answer.value fixed 1 ± sd}}")
    for text in ["Some words.", "Other words."] {
      #expect(Set(try await book.build().diagnostics.map(\.rule)) == ["single-sample"])
      try book.write("# Alone\n\n\(text)\n", to: "chapters/03-alone.md")
    }
  }

  @Test(arguments: ["cut short", "edited"]) func damagedPagesAreMadeAnew(how: String) async throws {
    let book = try Self.book()
    let site = try await Self.built(book)
    for name in book.keptPages.keys {
      let page = ".regbook/pages/\(name)"
      let text = try #require(book.read(page))
      let damaged = how == "edited" ? text.replacing("41", with: "99") : String(text.dropLast(9))
      try book.write(damaged, to: page)
    }
    try book.edit("03-alone", "Nothing.", "Nothing. ")
    #expect(try await Self.built(book) == site)
  }

  private static func book() throws -> BuildCase {
    let book = try BuildCase()
    try book.write(
      """
      # Shows

      Some words. The answer is {{answer.value}}, see [there](02-computes.md#a-place),
      [the numbers](data/numbers.csv) and [the claim](claims.html#A1). ${{answer.value}} + x$

      """, to: "chapters/01-shows.md")
    try book.write(
      """
      # Computes

      ## A place

      ```swift experiment answer
      let x = 41
      record("value", Double(x).rounded(.down))
      claim("It is positive.", Double(x) > 0.0, tests: "A1")
      figure("line", "A line.") { Line("y", x: [0, 1], y: [0, 1]) }
      ```

      """, to: "chapters/02-computes.md")
    try book.write("# Alone\n\nNothing.\n", to: "chapters/03-alone.md")
    try book.write("1\n", to: "chapters/data/numbers.csv")
    try book.write(ledger(["A1"]), to: "chapters/claims.yaml")
    return book
  }

  private static func ledger(_ ids: [String], note: String = "So it was.") -> String {
    ids.map {
      """
      - id: \($0)
        claim: It is so.
        line: 1
        technique: none
        verdict: \($0 == "A1" ? "holds" : "opinion")
        note: \(note)

      """
    }.joined()
  }

  /// Builds, and gives every file of the site.
  private static func built(_ book: BuildCase) async throws -> [String: Data] {
    let report = try await book.build()
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    let output = book.folder + "/output"
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: output) ?? .init() {
      files[name] = Files.read("\(output)/\(name)")
    }
    return files
  }
}

extension BuildCase {
  fileprivate func edit(_ chapter: String, _ old: String, _ new: String) throws {
    let name = "chapters/\(chapter).md"
    let text = try #require(read(name))
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: name)
  }

  /// The files of rendered pages with what tells one file from its successor.
  fileprivate var keptPages: [String: String] {
    let folder = folder + "/.regbook/pages"
    var pages: [String: String] = [:]
    for name in Files.names(in: folder) {
      var info = stat()
      stat("\(folder)/\(name)", &info)
      pages[name] = "\(info.st_ino) \(info.st_ctim)"
    }
    return pages
  }
}
