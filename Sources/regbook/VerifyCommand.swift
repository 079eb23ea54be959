import ArgumentParser
import BookKit

/// `regbook verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Shows that the book's bytes depend on nothing but the book.",
    discussion: """
      Builds copies of the book in temporary folders, each time from nothing: with one job and with three, \
      under another path, in another locale and time zone, with another hash seed, and with a C library that \
      believes the processor has neither FMA nor AVX2. Every byte of the sites must agree. Then they are \
      compared with the book's output/: the numbers always, the pages where the same versions of cmark, \
      KaTeX and highlight.js made them.

      The status is 1 at the first difference, which is shown. It takes three cold builds.
      """)

  @OptionGroup var book: FolderOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      let verification = BookVerification(folder: book.folder)
      let report = try await verification.run { Terminal.progress($0) }
      for finding in report.findings { Terminal.progress(finding) }
      Terminal.report(report.diagnostics, folder: verification.folder)
      if !report.succeeded { throw ExitCode(1) }
    }
  }
}
