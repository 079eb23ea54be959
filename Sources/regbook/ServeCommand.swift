import ArgumentParser
import BookKit

/// `regbook serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the book in a browser and keeps it current while you write.",
    discussion: """
      Every save under chapters/ builds what changed, and open pages load themselves again. What is \
      wrong is shown on them, over the last good version. Only this machine can connect. End it \
      with ^C.
      """,
    aliases: ["preview"])

  @OptionGroup var book: FolderOption

  @Option(name: .shortAndLong, help: "The folder of the site (default: FOLDER/output).")
  var output: String?

  @Option(name: .shortAndLong, help: "The port; if it is taken, the next free one.")
  var port = 8000

  @Flag(help: "Opens the book in the browser.")
  var open = false

  @OptionGroup var jobs: JobsOption
  @OptionGroup var display: ProgressOptions

  func validate() throws {
    if !(1...65535).contains(port) {
      throw ValidationError("--port needs a number from 1 to 65535, not \(port)")
    }
  }

  func run() async throws {
    try await Terminal.guarded { [self] in
      let options = jobs.options
      let preview = BookPreview(folder: book.folder, output: output, port: port, options: options)
      let display = display.display(jobs: options.jobs)
      try await Terminal.reporting(folder: preview.folder) {
        try await display.during {
          try await preview.run { event in
            if case .serving(let address, _) = event, open, !Browser.open(address) {
              Terminal.progress("There is no xdg-open here; open the address yourself.")
            }
            display.show(event, folder: preview.folder)
          }
        }
      }
    }
  }
}
