import ArgumentParser
import BookKit

/// `regbook clean`.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Deletes Results that no chapter needs any more.",
    discussion: """
      Results of deleted experiments and of earlier texts go; those of the book as it is stay. With --all \
      everything that builds keep goes, and the next build computes every experiment. The site stays \
      in any case.

        regbook clean
        regbook clean --all
      """)

  @OptionGroup var book: FolderOption

  @Flag(help: "Deletes .regbook/ altogether.")
  var all = false

  func run() async throws {
    try await Terminal.guarded { [self] in
      let cleaning = BookCleaning(folder: book.folder, progress: Terminal.show)
      let deleted = try await Terminal.reporting(folder: book.folder) {
        all ? try await cleaning.deleteAll() : try await cleaning.collect()
      }
      Terminal.progress("deleted " + deleted)
    }
  }
}
