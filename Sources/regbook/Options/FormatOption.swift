import ArgumentParser

/// `--format`.
struct FormatOption: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How to write it.")
  var format = Format.text
}
