import Foundation

@testable import BookKit

extension RuleExamples {
  private static func survey(_ chapter: String = "# Dropout\n\nSome words.\n") throws -> BuildCase {
    let book = try BuildCase()
    try book.write(chapter, to: "chapters/1-survey/01-dropout.md")
    return book
  }

  private static func new(
    _ title: String, part: String? = nil, in book: BuildCase? = nil
  ) async throws -> [Made] {
    let book = try book ?? survey()
    return await thrown(in: book.folder) {
      _ = try NewChapter(folder: book.folder, title: title, part: part).write()
    }
  }

  /// Mistakes on the command line.
  static let commands: [@Sendable () async throws -> [Made]] = [
    {
      let book = try BuildCase()
      let report = try await BookBuild(folder: book.folder + "/regbok").run()
      return report.diagnostics.map { Made($0, in: book.folder) }
    },
    {
      let book = try BuildCase()
      return try await book.build().diagnostics.map { Made($0, in: book.folder) }
    },
    {
      let book = try survey("# Dropout\n\n```swift experiment l1-zeros\nprint(1)\n```\n")
      let end = try await BuildCase.regbook(["run", "l1-zero", "--folder", book.folder])
      return [Made(written: end.errors)].compactMap(\.self)
    },
    {
      let book = try survey("# Dropout\n\n```swift experiment l1-zeros\nprint(1)\n```\n")
      let report = try await book.build { $0.executes = false }
      return report.diagnostics.map { Made($0, in: book.folder) }
    },
    {
      let book = try survey()
      try book.write(
        "- id: A1\n  line: 26\n  claim: Dropout helps.\n  verdict: holds\n  technique: dropout\n",
        to: Ledger.path)
      return try await book.build().diagnostics.map { Made($0, in: book.folder) }
    },
    {
      let book = try survey()
      try book.write("# Claims\n\nSome words.\n", to: "chapters/claims.md")
      return try await book.build().diagnostics.map { Made($0, in: book.folder) }
    },
    {
      let book = try survey()
      let end = try await BuildCase.regbook(["list", "--claims", "--folder", book.folder])
      return [Made(written: end.errors)].compactMap(\.self)
    },
    {
      let book = try survey()
      let file = book.folder + "/chapters/1-survey/02-dropout.md"
      return try BookInspection(folder: book.folder, files: [file]).diagnostics
        .map { Made($0, in: book.folder) }
    },
    { try await new("Early stopping", part: "1-survy") },
    { try await new(" ") },
    { try await new("Dropout") },
    {
      let book = try survey()
      return await thrown(in: book.folder) { _ = try NewBook(folder: book.folder).write() }
    },
    {
      let book = try survey()
      return await thrown(in: book.folder) {
        try NewFile.write("", to: "01-dropout.md/a.md", in: book.folder + "/chapters/1-survey")
      }
    },
    {
      let book = try survey()
      try book.write("{}", to: "results.json")
      return await thrown(in: book.folder) {
        _ = try await ResultDiff(old: book.folder, new: book.folder, folder: book.folder)
      }
    },
    {
      // The last port of all: held here or by somebody else.
      let first = try? ListeningSocket(port: 65535)
      defer { withExtendedLifetime(first) {} }
      return await thrown { _ = try ListeningSocket(port: 65535) }
    },
    {
      // The environment has no name in the engine, but C's function can be called by its own.
      let book = try survey(
        """
        # Dropout

        ```swift setup
        @_silgen_name("getenv") func environment(_ name: OpaquePointer) -> OpaquePointer?
        let name: StaticString = "GLIBC_TUNABLES"
        ```

        ```swift experiment a
        print(environment(OpaquePointer(name.utf8Start)) == nil)
        ```

        """)
      return try await verify(book, [BuildVariant.all[0], BuildVariant.all[2]])
    },
    {
      let book = try survey()
      try book.write("{}", to: "output/results.json")
      return try await verify(book, [BuildVariant.all[0]])
    },
    { try await verify(survey("# Dropout\n\n{{no.value}}\n"), [BuildVariant.all[0]]) },
  ]

  private static func verify(
    _ book: BuildCase, _ variants: [BuildVariant]
  ) async throws -> [Made] {
    var verification = BookVerification(folder: book.folder)
    verification.executable = BuildCase.executable
    verification.variants = variants
    return try await verification.run().diagnostics.map { Made($0, in: book.folder) }
  }
}
