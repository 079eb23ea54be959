import ArgumentParser
import BookKit

/// `regbook doctor`.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Looks at everything that a build needs.",
    discussion: """
      The compiler, the linker, the engine, the Debian packages, the book, whether it can be written, cores \
      and memory; in the end a small book is built in a temporary folder. Each line begins with ok, note \
      (a build works all the same) or bad, and then says what to do.

      The status is 1 if a build could not work.
      """)

  @OptionGroup var book: FolderOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      let findings = try await Doctor(folder: book.folder).findings()
      for finding in findings { Terminal.data(finding.text) }
      if findings.contains(where: { $0.state == .bad }) { throw ExitCode(1) }
    }
  }
}
