import ArgumentParser
import BookKit

/// `regbook list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the book's experiments.",
    discussion: """
      Ids and places, in the order of the book.

        regbook list
        regbook list --format json
      """)

  @Argument(help: "The folder that holds chapters/.")
  var folder = "."

  @OptionGroup var format: FormatOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      let listing = try await Terminal.reporting(folder: folder) {
        try BookListing(folder: folder)
      }
      Terminal.data(format.format == .json ? try listing.json + "\n" : listing.text)
    }
  }
}
