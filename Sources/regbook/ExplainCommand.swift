import ArgumentParser
import BookKit

/// `regbook explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says why experiments run again, or why they do not.",
    discussion: """
      A Result is kept for as long as the experiment's code, its chapter's setup, its options, the data files \
      that it read, the engine and the compiler stay the same. For each id this says what changed since the \
      last run; if nothing did, why that run took place.

        regbook explain l1-zeros
        regbook explain

      The status is 0 whether something changed or not.
      """)

  @Argument(help: "The experiments' ids (default: all).")
  var ids: [String] = []

  @OptionGroup var book: FolderOption

  @OptionGroup var format: FormatOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      let explanation = try await Terminal.reporting(folder: book.folder) {
        try await BookExplanation(folder: book.folder, ids: ids, progress: Terminal.show)
      }
      switch format.format {
      case .json: Terminal.data(try explanation.json + "\n")
      case .text: for entry in explanation.experiments { Terminal.data(entry.text + "\n") }
      }
    }
  }
}
