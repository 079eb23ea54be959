import ArgumentParser

/// The book that a command is for.
struct FolderOption: ParsableArguments {
  @Option(help: "The folder that holds chapters/.")
  var folder = "."
}
