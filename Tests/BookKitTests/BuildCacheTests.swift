import Foundation
import Results
import Testing

@testable import BookKit

@Suite struct BuildCacheTests {
  static let chapter = """
    # One

    ```swift setup
    let shared = 1
    ```

    ```swift experiment a
    print("a", shared)
    ```

    ```swift experiment b seeds=3
    print("b")
    ```

    """

  @Test func nothingChangedExecutesNothing() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    let first = try await book.build()
    #expect(first.diagnostics == [])
    #expect((first.ran, first.cached) == (2, 0))
    let inode = try inode(book, "output/index.html")
    let second = try await book.build()
    #expect((second.ran, second.cached) == (0, 2))
    #expect(try self.inode(book, "output/index.html") == inode)
  }

  @Test func onlyWhatAnEditReachesRunsAgain() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    _ = try await book.build()
    try book.write("# Moved\n\nProse.\n\n" + Self.chapter)
    #expect(try await book.build().ran == 0, "prose reaches no experiment")
    try book.write(Self.chapter.replacing("print(\"b\")", with: "print(\"B\")"))
    #expect(try await book.build().ran == 1, "one experiment's code")
    try book.write(Self.chapter.replacing("seeds=3", with: "seeds=4"))
    #expect(try await book.build().ran == 1, "one experiment's seeds")
    try book.write(Self.chapter.replacing("seeds=3", with: "seeds=3 timeout=9"))
    #expect(try await book.build().ran == 0, "a time limit changes no number")
    try book.write(Self.chapter.replacing("shared = 1", with: "shared = 2"))
    #expect(try await book.build().ran == 2, "the setup reaches all")
    try book.write(Self.chapter)
    #expect(try await book.build().ran == 0, "results of earlier texts are kept")
  }

  @Test(arguments: ["", "garbage", "truncate", "edit"])
  func damagedResultIsComputedAgain(damage: String) async throws {
    let book = try BuildCase(chapter: Self.chapter)
    _ = try await book.build()
    let results = book.folder + "/.regbook/results"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: results).sorted().first)
    let path = "\(results)/\(name)"
    let text = String(decoding: try #require(Files.read(path)), as: UTF8.self)
    let damaged =
      switch damage {
      case "truncate": String(text.dropLast(9))
      case "edit": text.replacing("\"seeds\":[", with: "\"seeds\":[7,")
      default: damage
      }
    #expect(damaged != text)
    try Data(damaged.utf8).write(to: URL(fileURLWithPath: path))
    let report = try await book.build()
    #expect((report.ran, report.cached) == (1, 1))
    #expect(Files.read(path) == Data(text.utf8), "the same bytes again")
  }

  @Test func changedInputIsNoticed() throws {
    let book = try BuildCase()
    let workspace = Workspace(book: book.folder)
    try workspace.prepare(jobs: 1)
    try book.write("1,2", to: "chapters/data/a.csv")
    var result = ExperimentResult()
    result.inputs = [
      InputFile(path: "chapters/data/a.csv", sha256: Fingerprint.of(Array("1,2".utf8)))
    ]
    try ResultCache(workspace: workspace).store(result, key: "k")
    #expect(ResultCache(workspace: workspace).result("k") == result)
    try book.write("1,3", to: "chapters/data/a.csv")
    #expect(ResultCache(workspace: workspace).result("k") == nil)
    try FileManager.default.removeItem(atPath: book.folder + "/chapters/data/a.csv")
    #expect(ResultCache(workspace: workspace).result("k") == nil)
  }

  @Test func everythingThatDecidesAResultIsInItsKey() {
    func key(
      code: String = "c", setup: [String] = ["s"], optimize: Bool = false, seeds: String = "5",
      id: String = "i", engine: String = "e", compiler: String = "v"
    ) -> String {
      let span = SourceSpan(line: 1, column: 1)
      let job = ExperimentJob(
        chapter: "chapters/x.md",
        setup: setup.map { CodeBlock(language: "swift", code: $0, span: span) },
        optimize: optimize,
        experiment: Experiment(id: id, options: ExperimentOptions(), code: code, span: span),
        seeds: seeds)
      let layout = EngineLayout(modules: "", library: "", moduleMaps: [], theme: "")
      return job.key(
        toolkit: Toolkit(layout: layout, swiftc: "", compiler: compiler, engine: engine))
    }
    let keys = [
      key(), key(code: "d"), key(setup: []), key(setup: ["s", ""]), key(setup: ["", "s"]),
      key(optimize: true), key(seeds: "6"), key(id: "j"), key(engine: "f"), key(compiler: "w"),
    ]
    #expect(Set(keys).count == keys.count)
  }

  private func inode(_ book: BuildCase, _ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(book.folder)/\(name)")
    return try #require(attributes[.systemFileNumber] as? Int)
  }
}
