import Foundation
import Testing

@testable import BookKit

/// One component of what decides a Result is changed at a time: exactly the experiments that it reaches
/// run again, and `explain` names it.
@Suite struct CacheStalenessTests {
  /// A change of a book, the experiments that it must reach, and the reason that must be given.
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let reaches: [String]
    let reason: String
    let apply: @Sendable (StalenessBook) async throws -> Void
    var testDescription: String { name }
  }

  static let all = ["plain", "reader", "seeded", "other"]
  private static func same(_ part: String) -> String {
    ["code", "setup", "options", "data", "engine", "compiler"].filter { $0 != part }
      .joined(separator: ", ") + " the same"
  }

  static let changes = [
    Change(name: "code", reaches: ["plain"], reason: "code changed; \(same("code"))") {
      try $0.edit("chapters/01-one.md", "print(\"plain\")", "print(\"simple\")")
    },
    Change(
      name: "setup", reaches: ["plain", "reader", "seeded"],
      reason: "setup changed; \(same("setup"))"
    ) { try $0.edit("chapters/01-one.md", "shared = 1", "shared = 2") },
    Change(
      name: "option", reaches: ["seeded"],
      reason: "options: “seeds=3” is now “seeds=4”; \(same("options"))"
    ) { try $0.edit("chapters/01-one.md", "seeds=3", "seeds=4") },
    Change(name: "time limit", reaches: [], reason: "") {
      try $0.edit("chapters/01-one.md", "seeds=3", "seeds=3 timeout=9")
    },
    Change(
      name: "optimize", reaches: ["plain", "reader", "seeded"],
      reason: "options: “seeds=5” is now “seeds=5 optimize: true”; \(same("options"))"
    ) {
      try $0.edit("chapters/01-one.md", "title: One", "title: One\noptimize: true")
    },
    Change(
      name: "data file", reaches: ["reader"],
      reason: "data: chapters/data/numbers.csv changed; \(same("data"))"
    ) { try $0.edit("chapters/data/numbers.csv", "1,2", "1,3") },
    Change(
      name: "data file that nobody reads", reaches: [], reason: ""
    ) { try $0.edit("chapters/data/others.csv", "1,2", "1,3") },
    Change(
      name: "engine source", reaches: all,
      reason: "engine: Sources/Training/Adam.swift changed; \(same("engine"))"
    ) { try $0.editEngine("Training/Adam.swift") },
    Change(
      name: "compiler", reaches: all,
      reason: "compiler: “Swift 6” is now “Swift 7”; \(same("compiler"))"
    ) { try await $0.makeCompiler("Swift 7") },
    Change(name: "another chapter", reaches: ["other"], reason: "code changed; \(same("code"))") {
      try $0.edit("chapters/02-two.md", "print(\"other\")", "print(\"another\")")
    },
    Change(name: "prose", reaches: [], reason: "") {
      try $0.edit("chapters/01-one.md", "Some prose.", "Other prose,\n\nof more lines.")
    },
    Change(name: "theme", reaches: [], reason: "") {
      try $0.book.write("body { color: red }", to: "chapters/theme/styles/99-own.css")
    },
    Change(name: "file name", reaches: [], reason: "") {
      try $0.rename("chapters/01-one.md", "chapters/05-five.md")
    },
    Change(name: "fold", reaches: [], reason: "") {
      try $0.edit("chapters/01-one.md", "seeds=3", "seeds=3 fold=true")
    },
  ]

  @Test(arguments: changes)
  func reachesExactly(_ change: Change) async throws {
    let book = try await StalenessBook()
    #expect(try await Set(book.run()) == Set(Self.all))
    #expect(try await book.run() == [])
    try await change.apply(book)
    if let first = change.reaches.first {
      let explained = try await book.reason(of: first)
      #expect(explained.isCurrent == false)
      #expect(explained.reason == change.reason)
    }
    #expect(try await Set(book.run()) == Set(change.reaches))
    if let first = change.reaches.first {
      let explained = try await book.reason(of: first)
      #expect(explained.isCurrent)
      #expect(explained.reason == change.reason, "the reason of the last run is remembered")
    }
    #expect(try await book.run() == [])
  }
}

/// A book whose engine, compiler and data can be changed.
struct StalenessBook {
  let book: BuildCase

  init() async throws {
    book = try BuildCase()
    try book.write(
      """
      ---
      title: One
      ---

      Some prose.

      ```swift setup
      let shared = 1
      ```

      ```swift experiment plain
      print("plain")
      ```

      ```swift experiment reader
      print(CSV("chapters/data/numbers.csv").rows.count)
      ```

      ```swift experiment seeded seeds=3
      print("seeded")
      ```

      """, to: "chapters/01-one.md")
    try book.write(
      "# Two\n\n```swift experiment other\nprint(\"other\")\n```\n", to: "chapters/02-two.md")
    try book.write("a,b\n1,2\n", to: "chapters/data/numbers.csv")
    try book.write("a,b\n1,2\n", to: "chapters/data/others.csv")
    try makeToolkit()
    try await makeCompiler("Swift 6")
  }

  /// The ids that a build ran.
  func run() async throws -> [String] {
    var build = BookBuild(folder: book.folder)
    build.settings = settings
    let report = try await build.run()
    #expect(report.diagnostics == [])
    return report.runs.map(\.experiment)
  }

  func reason(of id: String) async throws -> BookExplanation.Entry {
    let explanation = try await BookExplanation(
      folder: book.folder, ids: [id], settings: settings)
    return try #require(explanation.experiments.first)
  }

  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try #require(book.read(name))
    #expect(text.contains(old))
    try book.write(text.replacing(old, with: new), to: name)
  }

  func rename(_ old: String, _ new: String) throws {
    try FileManager.default.moveItem(
      atPath: "\(book.folder)/\(old)", toPath: "\(book.folder)/\(new)")
  }

  /// Edits a source of the engine and builds the library anew, as it were: bytes after the end of a
  /// shared library mean nothing.
  func editEngine(_ name: String) throws {
    try book.write("// edited", to: "Sources/\(name)")
    let library = try #require(FileHandle(forWritingAtPath: book.folder + "/.build/lib/libLab.so"))
    try library.seekToEnd()
    try library.write(contentsOf: Data([0]))
    try library.close()
  }

  private var settings: BuildSettings {
    var settings = book.settings
    settings.executable = book.folder + "/.build/lib/regbook"
    settings.environment["REGBOOK_SWIFTC"] = book.folder + "/swiftc"
    return settings
  }

  /// A compiler that says that it is `version`.
  func makeCompiler(_ version: String) async throws {
    let swiftc = try SwiftCompiler.locate(environment: ProcessInfo.processInfo.environment)
    try await book.writeProgram(
      """
      #!/bin/sh
      if [ "$1" = --version ]; then echo "\(version)"; else exec "\(swiftc)" "$@"; fi

      """, to: "swiftc")
  }

  /// The engine of this build in a package's folders.
  private func makeToolkit() throws {
    let built = (BuildCase.executable as NSString).deletingLastPathComponent
    let folder = book.folder + "/.build/lib"
    try book.write("", to: "Package.swift")
    try book.write("// Lab", to: "Sources/Lab/Lab.swift")
    try book.write("// Adam", to: "Sources/Training/Adam.swift")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: built + "/libLab.so", toPath: folder + "/libLab.so")
    for name in ["Modules", "CTarget.build", "CZlib.build", "regbook_BookKit.resources"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)", withDestinationPath: "\(built)/\(name)")
    }
  }
}
