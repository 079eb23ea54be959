extension Rule {
  static let fences = Family(
    title: "Code and its fences",
    rules: [
      Rule(
        "unclosed-fence",
        "A block of code has no end, so everything below it, up to the next fence or the end, "
          + "would be code.",
        remedy: "End it with a line that holds only as many backticks as began it."),
      Rule(
        "unknown-fence-keyword",
        "After `swift` a fence may say `setup` or `experiment`; one that only shows code says "
          + "neither.",
        remedy: "Correct the word, or leave it out."),
      Rule(
        "nested-experiment",
        "A block that is run stands in a list or a quotation, or is indented. The compiler's "
          + "columns would then not be those of the file.",
        remedy: "Begin the fence at the left margin, outside the list."),
      Rule(
        "missing-experiment-id", "An experiment has no name.",
        remedy: "Write one after `experiment`: ` ```swift experiment l1-zeros `."),
      Rule(
        "bad-experiment-id", "The name could not stand in `{{name.value}}` or in an address.",
        remedy: "Use lowercase letters, digits and hyphens, beginning with a letter."),
      Rule(
        "duplicate-experiment",
        "Two experiments of the book have one name, so nobody could say whose numbers are meant.",
        remedy: "Give one of them another name, and mend the places that use it."),
      Rule(
        "empty-experiment", "There is nothing between the fences of an experiment.",
        remedy: "Write its code, or take the fences out."),
      Rule(
        "unknown-option", "The fence sets something that experiments, or setups, do not have.",
        remedy: "Correct its spelling, or take it out."),
      Rule(
        "duplicate-option", "One option is set twice on one fence.",
        remedy: "Keep one of them."),
      Rule(
        "bad-option-value", "An option has a value of the wrong kind or out of its range.",
        remedy: "Write `key=value` without spaces, with a value that the message names."),
      Rule(
        "import-not-allowed",
        "An experiment imports a module. The system's functions differ in the last bits from "
          + "processor to processor, and the book's numbers would differ with them.",
        remedy: "Take the import out. Everything that an experiment may use is there without one."),
      Rule(
        "unrepeatable",
        "An experiment draws random numbers without a seed, reads a clock, or says an address: its "
          + "results would differ from run to run. A `shuffled()` or `random(in:)` that the chapter declares "
          + "is its own.",
        remedy: "Draw from a `RandomStream(seed: seed, \"name\")`; count steps instead of seconds."),
      Rule(
        "line-directive",
        "A block that is run says `#sourceLocation`, which would move what the compiler reports to other "
          + "lines.",
        remedy: "Take it out."),
      Rule(
        "lost-claim",
        "An experiment whose fence says `expect=` makes a claim. It ends before its claims are compared "
          + "with its numbers, so a false one would stand.",
        remedy: "Make the claim in an experiment of its own."),
    ])
}
