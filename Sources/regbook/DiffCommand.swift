import ArgumentParser
import BookKit

/// `regbook diff`.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Says which numbers moved between two builds, and how far.",
    discussion: """
      A build is a results.json, a folder that holds one, or a git revision, whose output/results.json \
      is read. Differences are also given in units of the seeds' spread: the standard deviation of a value \
      or claim, the band of a curve. A difference of a small part of it is hardly one; a number that \
      changes by less than a millionth of itself has not moved.

        regbook diff HEAD~1 HEAD
        regbook diff HEAD output
        regbook diff old/results.json new/results.json --format json

      The status is 0 whether something moved or not.
      """)

  @Argument(help: "The older build.")
  var old: String

  @Argument(help: "The newer build.")
  var new: String

  @OptionGroup var book: FolderOption

  @OptionGroup var format: FormatOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      let diff = try await Terminal.reporting(folder: book.folder) {
        try await ResultDiff(old: old, new: new, folder: book.folder)
      }
      Terminal.data(format.format == .json ? try diff.json + "\n" : diff.text)
    }
  }
}
