extension Rule {
  static let compilation = Family(
    title: "Compiling",
    rules: [
      Rule(
        "compile-error",
        "The Swift compiler does not accept a block. Its sentence is passed on, with its notes as "
          + "the hint, on the line and column of the chapter.",
        remedy: "Correct the code. Other experiments of the chapter ran all the same."),
      Rule(
        "compile-warning", "The Swift compiler accepts a block but warns.",
        remedy: "Change the code as it says.", severity: .warning),
      Rule(
        "unbalanced-braces",
        "Every block is whole: the body of one function. This one closes a brace that it did not "
          + "open, or leaves one open.",
        remedy: "Balance the braces, also in what was deleted last."),
      Rule(
        "compiler-failed",
        "The compiler or the linker ended without accepting the chapter and named no line of it: "
          + "it crashed, was killed, or lacks a file.",
        remedy: "Try again; then look at the chapter's last edit, and at `regbook doctor`."),
    ])
}
