import ArgumentParser
import BookKit

/// The command line.
@main
struct Regbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regbook",
    abstract: "Turns Markdown chapters with Swift experiments into a static book.",
    discussion: """
      Exit status: 0 all is well; 1 something in the book is wrong, and nothing was written; \
      2 the machine failed; 64 the command line makes no sense; 130 it was interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ServeCommand.self, RunCommand.self, CheckCommand.self,
      ListCommand.self, ExplainCommand.self, InspectCommand.self, DiffCommand.self, NewCommand.self,
      InitCommand.self, CleanCommand.self,
      VerifyCommand.self, DoctorCommand.self,
    ])

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let mistake = unknownCommand(arguments.first) ?? NewCommand.dashedTitle(arguments) {
      exit(withError: mistake)
    }
    await main(nil)
  }

  /// What is wrong with a word that should be a command: the parser alone would only call it unexpected.
  private static func unknownCommand(_ word: String?) -> ValidationError? {
    let names = configuration.subcommands.flatMap {
      [$0.configuration.commandName ?? ""] + $0.configuration.aliases
    }
    guard let word, !word.hasPrefix("-"), !names.contains(word), word != "help" else { return nil }
    let near = NearestName.suggestions(for: word, among: names).first
    return ValidationError(
      "There is no command “\(word)”." + (near.map { " Did you mean “\($0)”?" } ?? ""))
  }
}
