extension Rule {
  static let runs = Family(
    title: "Running",
    rules: [
      Rule(
        "trap",
        "An experiment stopped itself: an index was out of range, a number overflowed, a check of "
          + "the engine refused its arguments, or memory was used that is not there. The place is "
          + "the line of the chapter where that is known, and the fence where it is not.",
        remedy: "Read the sentence: the engine's say what was expected and what was given."),
      Rule(
        "experiment-threw", "An error was thrown and nothing in the experiment caught it.",
        remedy: "Catch it, or remove its cause."),
      Rule(
        "experiment-exited",
        "Something in the experiment ended its process before the block's end.",
        remedy: "Leave by `return`, or at the end of the block."),
      Rule(
        "time-limit",
        "An experiment ran longer than it may, 120 seconds unless its fence says otherwise, and "
          + "was stopped.",
        remedy: "Compute less, look for a loop without an end, or set `timeout=…` on the fence."),
      Rule(
        "memory-limit", "An experiment needed more memory than it may, and was stopped.",
        remedy: "Look for an array that grows in a loop; compute with less data at once."),
      Rule(
        "output-limit",
        "An experiment printed or wrote more than it may, and was stopped.",
        remedy: "Print less. Numbers that matter are recorded with `record`."),
      Rule(
        "experiment-killed", "Something outside of regbook killed the process.",
        remedy: "If it was the kernel, for want of memory, build with fewer jobs: `-j 1`."),
      Rule(
        "unexpected-success",
        "The fence of an experiment says `expect=…`, so its failure is what the text teaches, and "
          + "it did not fail.",
        remedy: "Take the option out, or make it fail as the text says."),
      Rule(
        "result-missing",
        "An experiment has no current Result, and `--no-execute` forbids to compute one.",
        remedy: "Build without it."),
      Rule(
        "toolkit-mismatch",
        "The engine that the experiment was linked with is of another version than this regbook.",
        remedy: "Build or install both together."),
    ])
}
