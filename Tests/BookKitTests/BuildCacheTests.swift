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

  /// How a file of the cache is damaged, and what must be said of it.
  static let damages: [(String, String)] = [
    ("empty", "is not a Result that this regbook wrote"),
    ("garbage", "is not a Result that this regbook wrote"),
    ("truncate", "was cut short or edited"),
    ("edit", "was cut short or edited"),
    ("foreign", "belongs to another experiment"),
  ]

  @Test(arguments: damages)
  func damagedResultIsSaidAndComputedAgain(damage: String, words: String) async throws {
    let book = try BuildCase(chapter: Self.chapter)
    _ = try await book.build()
    let names = Files.names(in: book.folder + "/.regbook/results")
    let path = "\(book.folder)/.regbook/results/\(names[0])"
    let text = String(decoding: try #require(Files.read(path)), as: UTF8.self)
    let damaged =
      switch damage {
      case "empty": ""
      case "truncate": String(text.dropLast(9))
      case "edit": text.replacing("\"seeds\":[", with: "\"seeds\":[7,")
      case "foreign": book.read(".regbook/results/\(names[1])") ?? ""
      default: damage
      }
    #expect(damaged != text)
    try Data(damaged.utf8).write(to: URL(fileURLWithPath: path))
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(0))
    #expect(
      end.errors.hasPrefix(".regbook/results/\(names[0]) \(words); it is computed again\n"))
    #expect(end.errors.contains("experiments: 1 run, 1 cached"))
    #expect(Files.read(path) == Data(text.utf8), "the same bytes again")
  }

  @Test func everythingThatDecidesAResultIsInItsKey() {
    func key(
      code: String = "c", setup: [String] = ["s"], optimize: Bool = false, seeds: String = "5",
      id: String = "i", engine: String = "e", compiler: String = "v", timeout: Int = 120,
      expect: ExperimentFailure.Kind? = nil
    ) -> String {
      let span = SourceSpan(line: 1, column: 1)
      var options = ExperimentOptions()
      options.expect = expect
      let job = ExperimentJob(
        chapter: "chapters/x.md",
        setup: setup.map { CodeBlock(language: "swift", code: $0, span: span) },
        optimize: optimize,
        experiment: Experiment(id: id, options: options, code: code, span: span),
        seeds: seeds, timeout: timeout)
      let layout = EngineLayout(modules: "", library: "", moduleMaps: [], theme: "")
      return job.key(
        toolkit: Toolkit(layout: layout, swiftc: "", compiler: compiler, engine: engine)
      ).name
    }
    let keys = [
      key(), key(code: "d"), key(setup: []), key(setup: ["s", ""]), key(setup: ["", "s"]),
      key(optimize: true), key(seeds: "6"), key(id: "j"), key(engine: "f"), key(compiler: "w"),
      key(expect: .trap), key(expect: .timeout), key(timeout: 9, expect: .timeout),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(key(timeout: 9) == key())
  }

  @Test func resultsThatNoChapterReachesAreCollected() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    _ = try await book.build()
    let kept = Files.names(in: book.folder + "/.regbook/results")
    try book.write(Self.chapter.replacing("print(\"b\")", with: "print(\"B\")"))
    _ = try await book.build()
    try book.write(Self.chapter)
    #expect(Files.names(in: book.folder + "/.regbook/results").count == 3)
    let end = try await BuildCase.regbook(["clean", "--folder", book.folder])
    #expect(end.errors == "deleted 1 Results that no chapter reaches, 1 kB\n")
    #expect(Files.names(in: book.folder + "/.regbook/results") == kept)
    #expect(try await book.build().cached == 2)
    #expect(
      try await BuildCase.regbook(["clean", "--all", "--folder", book.folder]).status == .exited(0))
    #expect(!Files.exists(book.folder + "/.regbook"))
    #expect(book.read("output/index.html") != nil)
  }

  @Test func manyUnreachableResultsAreCollectedByABuild() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    _ = try await book.build()
    for number in 0..<300 { try book.write("x", to: ".regbook/results/\(number).json") }
    _ = try await book.build()
    #expect(Files.names(in: book.folder + "/.regbook/results").count == 302)
    try book.write(Self.chapter.replacing("print(\"b\")", with: "print(\"B\")"))
    _ = try await book.build()
    #expect(Files.names(in: book.folder + "/.regbook/results").count == 2)
  }

  private func inode(_ book: BuildCase, _ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(book.folder)/\(name)")
    return try #require(attributes[.systemFileNumber] as? Int)
  }
}
