/// The Swift files of one chapter's stale experiments: one file a block, so that an unclosed brace
/// stays in its block, and a main.
struct ChapterProgram {
  /// A file of the program.
  struct File: Equatable {
    let name: String
    let text: String
  }

  /// The name that ends every block. A block that closes its function early does not see it.
  static let sentinel = "regbookBlock"

  /// The chapter's path, as `#sourceLocation` gives it.
  let chapter: String
  /// The chapter's setup blocks.
  let setup: [CodeBlock]
  /// The experiments that the program holds.
  let experiments: [Experiment]

  /// The files, in a fixed order.
  var files: [File] {
    let setupFiles = setup.enumerated().map { index, block in
      File(
        name: Self.setupName(index),
        text: "import Lab\n\(location(block.span.line + 1))\n\(block.code)")
    }
    let experimentFiles = experiments.enumerated().map { index, experiment in
      // The header is on the opening fence's line and the end on the closing one's: the compiler
      // reports what a block lacks there.
      File(
        name: Self.experimentName(index),
        text: """
          import Lab
          \(location(experiment.span.line))
          func experiment_\(index)() throws { let \(Self.sentinel) = 0
          \(experiment.code)defer { _ = \(Self.sentinel) } }

          """)
    }
    return setupFiles + experimentFiles + [File(name: "main.swift", text: main)]
  }

  /// The file of the setup block with this number.
  static func setupName(_ index: Int) -> String { "setup_\(index).swift" }

  /// The file of the experiment with this number.
  static func experimentName(_ index: Int) -> String { "experiment_\(index).swift" }

  private var main: String {
    let entries = experiments.enumerated().map { index, experiment in
      """
        ExperimentEntry(\(Self.literal(experiment.id)), file: \(Self.literal(chapter)), \
      line: \(experiment.span.line), lines: \(experiment.code.utf8.count { $0 == 10 }), \
      body: experiment_\(index)),

      """
    }
    return "import Lab\nrunExperiments([\n\(entries.joined())])\n"
  }

  private func location(_ line: Int) -> String {
    "#sourceLocation(file: \(Self.literal(chapter)), line: \(line))"
  }

  private static func literal(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
