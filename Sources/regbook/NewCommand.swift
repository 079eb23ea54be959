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

  @OptionGroup var book: FolderOption

  /// What is wrong with a title that looks like an option; nil for other command lines.
  static func dashedTitle(_ arguments: [String]) -> ValidationError? {
    guard arguments.first == configuration.commandName else { return nil }
    let options = ["--part", "--folder", "--help", "--help-hidden", "-h", "--version"]
    let unknown = arguments.dropFirst().prefix { $0 != "--" }.first { word in
      let name = word.split(separator: "=", omittingEmptySubsequences: false).first.map(String.init)
      return word.hasPrefix("-") && !options.contains(name ?? "")
    }
    return unknown.map {
      ValidationError(
        "There is no option “\($0)”. A title that begins with a dash stands after “--”: "
          + "regbook new -- \"\($0)\"")
    }
  }

  func run() async throws {
    try await Terminal.guarded { [self] in
      let chapter = NewChapter(folder: book.folder, title: title, part: part)
      let path = try await Terminal.reporting(folder: book.folder) { try chapter.write() }
      Terminal.data((book.folder == "." ? "" : book.folder + "/") + path + "\n")
    }
  }
}
