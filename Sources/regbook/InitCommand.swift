import ArgumentParser
import BookKit

/// `regbook init`.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begins a book that builds at once.",
    discussion: """
      Writes a front page, a part and a chapter, prints their paths, and touches nothing that is there.

        regbook init my-book
        regbook build --folder my-book
      """)

  @Argument(help: "The book's folder; it is made if it is not there.")
  var folder = "."

  func run() async throws {
    try await Terminal.guarded { [self] in
      let files = try await Terminal.reporting(folder: folder) {
        try NewBook(folder: folder).write()
      }
      for file in files { Terminal.data((folder == "." ? "" : folder + "/") + file + "\n") }
      Terminal.progress("next: regbook build" + (folder == "." ? "" : " --folder \(folder)"))
    }
  }
}
