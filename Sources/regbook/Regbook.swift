import ArgumentParser

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
}
