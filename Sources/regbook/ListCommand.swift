import ArgumentParser
import BookKit

/// `regbook list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the book's experiments, or the articles' claims.",
    discussion: """
      Ids and places of the experiments, in the order of the book. With --claims, the claims of \
      chapters/claims.yaml: id, verdict, and the experiments that decided it in the last build; their \
      numbers go to standard error.

        regbook list
        regbook list --claims
        regbook list --claims --format json
      """)

  @OptionGroup var book: FolderOption

  @Flag(help: "Lists the articles' claims, their verdicts and the experiments that decide them.")
  var claims = false

  @OptionGroup var format: FormatOption

  func run() async throws {
    try await Terminal.guarded { [self] in
      if claims { return try await listClaims() }
      let listing = try await Terminal.reporting(folder: book.folder) {
        try BookListing(folder: book.folder)
      }
      Terminal.data(format.format == .json ? try listing.json + "\n" : listing.text)
    }
  }

  private func listClaims() async throws {
    let listing = try await Terminal.reporting(folder: book.folder) {
      try await ClaimListing(folder: book.folder, progress: Terminal.show)
    }
    Terminal.data(format.format == .json ? try listing.json + "\n" : listing.text)
    Terminal.progress(listing.summary)
  }
}
