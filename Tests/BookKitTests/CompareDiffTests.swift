import Foundation
import Results
import Testing

@testable import BookKit

@Suite struct CompareDiffTests {
  static let chapter = """
    # One

    ```swift experiment a seeds=3
    let shift = 0.5
    let runs = seeds { seed in Double(seed) + shift }
    record("mean", runs)
    record("fixed", 2)
    record("share", shift / 10, unit: .percent)
    claim("It is large.", runs > 1)
    figure("all", "All.") { Line("seeds", x: [1, 2], y: [runs.samples, Samples([4, 6, 8])]) }
    print("shift", shift)
    ```

    """

  /// The files of two builds.
  private func files(
    of chapter: String = chapter, _ change: (String) -> String
  ) async throws -> (BuildCase, String, String) {
    let book = try BuildCase(chapter: chapter)
    #expect(try await book.build().diagnostics == [])
    try FileManager.default.copyItem(
      atPath: book.folder + "/output", toPath: book.folder + "/before")
    try book.write(change(chapter))
    _ = try await book.build()
    return (book, book.folder + "/before", book.folder + "/output/results.json")
  }

  private func diff(
    of chapter: String = chapter, _ change: (String) -> String
  ) async throws -> ResultDiff {
    let (book, old, new) = try await files(of: chapter, change)
    return try await ResultDiff(old: old, new: new, folder: book.folder)
  }

  private func text(_ diff: ResultDiff) -> String {
    diff.text.replacing(diff.old, with: "OLD").replacing(diff.new, with: "NEW")
  }

  @Test func nothingMoves() async throws {
    let diff = try await diff { $0.replacing("# One", with: "# Two") }
    #expect(diff.text == "Nothing moved: 3 values, 1 claim and 1 curve are the same.\n")
    #expect(diff.changes == [])
  }

  @Test func numbersMoveBySpreads() async throws {
    let diff = try await diff { $0.replacing("shift = 0.5", with: "shift = 1.5") }
    #expect(
      text(diff)
        == """
        a
          value  mean: 2.50 ± 1.00 → 3.50 ± 1.00 (+1.00, +1.0 spreads)
          value  share: 5.0% → 15.0% (+10.0 points)
          claim  It is large.: held at 1.500 → held at 2.500 (+1.00, +1.0 spreads)
          curve  all: seeds: 2.500 → 3.500 at 1.000 (+1.00, +0.50 spreads)
          text: 2 lines of what it prints
        From OLD to NEW, 2 of 3 values, 1 of 1 claims and 1 of 1 curves moved.

        """.replacing(" ± ", with: "\u{A0}±\u{A0}"))
  }

  @Test("What another order of additions does is no move, in values, claims, curves and tables")
  func tinyDifferencesAreNone() async throws {
    let chapter = """
      # One

      ```swift experiment a seeds=3
      let factor = 1.0
      let runs = seeds { seed in Double(seed) * factor }
      record("mean", runs)
      claim("It stays.", runs.samples >= Samples([1, 2, 3]))
      claim("It is large.", runs > 0.5)
      figure("all", "All.") { Line("seeds", x: [1, 2], y: [runs.samples, runs.samples]) }
      table("rows", "Rows.", columns: ["name", "x"], rows: [["a", runs]])
      ```

      """
    let tiny = try await diff(of: chapter) { $0.replacing("= 1.0", with: "= 1.0000001") }
    #expect(tiny.changes == [])
    let small = try await diff(of: chapter) { $0.replacing("= 1.0", with: "= 1.00001") }
    #expect(small.changes.map(\.kind) == [.value, .claim, .claim, .curve, .table])
  }

  @Test("Panels and cells are compared too")
  func cellsMove() async throws {
    let chapter = """
      # One

      ```swift experiment a
      figure("grid", "A grid.") {
        Panel("left") { HeatMap("z", x: ["a"], y: ["b", "c"], values: [[1], [2.5]]) }
        Panel("right") { HeatMap("z", x: ["a"], y: ["b", "c"], values: [[3], [4]]) }
      }
      ```

      """
    let diff = try await diff(of: chapter) { $0.replacing("2.5", with: "7") }
    #expect(text(diff).contains("curve  grid: left, z: its cells are others now"))
    #expect(!text(diff).contains("right, z"))
    let same = try await self.diff(of: chapter) { $0.replacing("# One", with: "# Two") }
    #expect(same.changes == [])
  }

  @Test func namesComeAndGo() async throws {
    let diff = try await diff {
      $0.replacing("\"mean\"", with: "\"average\"").replacing(
        "record(\"fixed\", 2)", with: "record(\"other\", 3)"
      )
      .replacing("seeds=3", with: "seeds=3 fold=true")
    }
    #expect(
      text(diff) == """
        a
          value  fixed: removed
          value  other: added
          value  average: renamed, was mean
        From OLD to NEW, 0 of 2 values, 0 of 1 claims and 0 of 1 curves moved.

        """)
  }

  @Test func experimentsComeAndGo() async throws {
    let renamed = try await diff { $0.replacing("experiment a", with: "experiment b") }
    #expect(
      text(renamed) == """
        b: experiment renamed, was a
        From OLD to NEW, 0 of 3 values, 0 of 1 claims and 0 of 1 curves moved.

        """)
    let other = try await diff { _ in "# One\n\n```swift experiment c\nrecord(\"x\", 1)\n```\n" }
    #expect(other.changes.map(\.experiment) == ["a", "c"])
    #expect(other.changes.map(\.change) == [.removed, .added])
    #expect(text(other).hasPrefix("1 experiment added: c\n1 experiment removed: a\nFrom OLD"))
    let json = try ResultCoding.decode(ResultDiff.self, from: Data(other.json.utf8))
    #expect(json.changes == other.changes)
  }

  @Test func equalNamesPairInOrderAndTheRestByContent() {
    let matching = Matching(
      ["a1", "a2", "b3", "c4", "c4"], ["a9", "x3", "a2", "y4", "z5"],
      name: { String($0.first!) }, content: { String($0.last!) })
    #expect(matching.pairs.map { "\($0.old)-\($0.new)" } == ["a1-a9", "a2-a2"])
    #expect(matching.renamed.map { "\($0.old)-\($0.new)" } == ["b3-x3", "c4-y4"])
    #expect(matching.removed == ["c4"])
    #expect(matching.added == ["z5"])
  }

  @Test func whatIsNoBuildIsRefused() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    try book.write("{}", to: "empty.json")
    for (name, words) in [
      (book.folder + "/empty.json", "is no results.json of regbook"),
      ("no-such-revision", "is no file, and git has no output/results.json for it"),
      ("--help", "is no file, and git has no output/results.json for it"),
    ] {
      let error = await #expect(throws: Diagnostic.self) {
        try await ResultDiff(old: name, new: name, folder: book.folder)
      }
      #expect(error?.rule == "no-results")
      #expect(error?.message.contains(words) == true)
    }
  }
}
