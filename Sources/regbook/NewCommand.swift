import ArgumentParser
import BookKit

/// `regbook new`.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Adds a chapter that builds at once.",
    discussion: """
      Writes chapters/PART/NN-title.md with the next number and prints its path. The text shows what a \
      chapter can hold: a formula, a recorded value, an experiment, a claim, a figure.

        regbook new "Dropout as an ensemble"
        regbook new "Early stopping" --part 1-survey
      """)

  @Argument(help: "The chapter's title.")
  var title: String

  @Option(help: "The part: a folder under chapters/ (default: the last).")
  var part: String?

  @Option(help: "The folder that holds chapters/.")
  var folder = "."

  func run() async throws {
    try await Terminal.guarded { [self] in
      let chapter = NewChapter(folder: folder, title: title, part: part)
      let path = try await Terminal.reporting(folder: folder) { try chapter.write() }
      Terminal.data((folder == "." ? "" : folder + "/") + path + "\n")
    }
  }
}
