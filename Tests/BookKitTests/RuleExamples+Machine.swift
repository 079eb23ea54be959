import Foundation

@testable import BookKit

extension RuleExamples {
  private static let chapter = "# A title\n\nThe price is $\\lambda$.\n\n```swift\nlet a = 1\n```\n"

  /// What a build says of a book in which `spoil` has put something wrong.
  private static func build(
    _ chapter: String = chapter, spoil: (BuildCase) throws -> Void
  ) async throws -> [Made] {
    let book = try BuildCase(chapter: chapter)
    try spoil(book)
    return try await book.build().diagnostics.map { Made($0, in: book.folder) }
  }

  /// Mistakes that are the machine's.
  static let machine: [@Sendable () async throws -> [Made]] = [
    { await thrown { _ = try SwiftCompiler.locate(environment: ["PATH": "/nowhere"]) } },
    { await thrown { _ = try EngineLayout.locate(executable: "/opt/regbook/bin/regbook") } },
    { try await compilerThatDies() },
    { try withoutPackages() },
    {
      let book = try BuildCase()
      let output = OutputFolder(book.folder + "/output", workspace: Workspace(book: book.folder))
      var site = RenderedSite()
      site.copies = [
        ("vendor/katex/katex.min.css", "/opt/share/javascript/katex/katex.min.css")
      ]
      return await thrown { try output.write(site) }
    },
    {
      await thrown {
        _ = try Theme(folder: "/opt/regbook/lib/regbook/Theme", bookFolder: "/nowhere").text(
          "scripts/math.js")
      }
    },
    {
      try await build { try $0.write("{{#title}}", to: "chapters/theme/templates/page.mustache") }
    },
    { try await build { try $0.write("", to: ".regbook") } },
    {
      try await build {
        try $0.write("{}", to: "output/results.json")
        chmod($0.folder + "/output", 0o555)
      }
    },
    { try await build { try $0.write("", to: "output") } },
    { try await build { try $0.write("", to: "output/holiday.txt") } },
    {
      let book = try BuildCase(chapter: chapter)
      let output = OutputFolder(
        book.folder + "/chapters/site", workspace: Workspace(book: book.folder))
      return [output.obstacle()].compactMap(\.self).map { Made($0, in: book.folder) }
    },
    { mismatch() },
    { try await failingPreview() },
  ]

  private static func job(_ chapter: String) -> ExperimentJob {
    let parsed = ChapterParser.parse(Array(chapter.utf8), path: "chapters/01-one.md").chapter
    return ExperimentJob.jobs(of: parsed)[0]
  }

  private static let experiment = "# A title\n\n```swift experiment a\nprint(1)\n```\n"

  /// A compiler that is killed before it says anything.
  private static func compilerThatDies() async throws -> [Made] {
    let book = try BuildCase(chapter: experiment)
    try await book.writeProgram("#!/bin/sh\nkill -9 $$\n", to: "swiftc")
    let toolkit = Toolkit(
      layout: try EngineLayout.locate(executable: BuildCase.executable),
      swiftc: book.folder + "/swiftc", compiler: "", engine: "")
    let compiler = ChapterCompiler(toolkit: toolkit, workspace: Workspace(book: book.folder))
    let outcome = try await compiler.compile([job(experiment)], in: book.folder + "/work")
    return outcome.diagnostics.map { Made($0, in: book.folder) }
  }

  private static func withoutPackages() throws -> [Made] {
    let book = try BuildCase(chapter: chapter)
    var renderer = SiteRenderer(
      book: BookLoader.load(folder: book.folder).book, results: [:], theme: RenderSupport.theme,
      bookFolder: book.folder)
    renderer.packages.share = "/opt/share"
    return try renderer.render().diagnostics.map { Made($0, in: book.folder) }
  }

  /// No two versions are at hand, so this is what the engine's answer to unknown words becomes.
  private static func mismatch() -> [Made] {
    let end = ProcessEnd(
      cause: .exited(70), output: "", errors: "regbook-arguments: unknown argument --threads\n")
    let diagnosis = FailureDiagnosis(job: job(experiment), limits: RunLimits())
    return [Made(diagnosis.diagnostic(of: end), in: "/nowhere")]
  }

  /// An experiment that moves the cache away: the build can keep nothing.
  private static func failingPreview() async throws -> [Made] {
    let book = try BuildCase(
      chapter: """
        # A title

        ```swift setup
        @_silgen_name("rename") func move(_ old: OpaquePointer, _ new: OpaquePointer) -> Int32
        func path(_ words: StaticString) -> OpaquePointer { OpaquePointer(words.utf8Start) }
        ```

        ```swift experiment a
        print(move(path("../../../../../results"), path("../../../../../gone")))
        ```

        """)
    let preview = try await ServeCase(book)
    return (preview.lastReport?.diagnostics ?? []).map { diagnostic in
      // The file's name is a key of the cache and the number of a process.
      var diagnostic = diagnostic
      diagnostic.message.replace(/[0-9a-f]{20,}\S*tmp/, with: "….json")
      return Made(diagnostic, in: book.folder)
    }
  }
}
