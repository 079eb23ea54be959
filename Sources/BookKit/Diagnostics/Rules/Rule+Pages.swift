extension Rule {
  static let pages = Family(
    title: "Values, links and images",
    rules: [
      Rule(
        "unknown-value",
        "The text shows a value, figure or table that no experiment has. Values of an experiment "
          + "that failed are not reported a second time.",
        remedy: "Correct the name, or record it in the experiment."),
      Rule(
        "unknown-format", "A value is to be shown in a way that does not exist.",
        remedy: "Write a format that the hint names, or none."),
      Rule(
        "single-sample",
        "A spread is to be shown of a value that is a single number, so there is none.",
        remedy: "Record one number a seed, or leave out `± …`.", severity: .warning),
      Rule(
        "too-many-digits",
        "A value is shown with more digits than its seeds can tell: the last ones lie far below "
          + "the width of the interval.",
        remedy: "Show fewer digits, or run more seeds.", severity: .warning),
      Rule(
        "placed-twice",
        "A paragraph places a figure or table that stands on the page already. It becomes a link there.",
        remedy: "Keep one of the two; in a sentence, the name is a link to the figure.",
        severity: .warning),
      Rule(
        "empty-figure",
        "A figure has no mark, its marks have no number to show, or its axes have no place for any of "
          + "them.",
        remedy: "Give it a mark with data and axes that reach it, or leave the figure out.",
        severity: .warning),
      Rule(
        "repeated-name",
        "Two series of a figure, or two columns of a table, have one name, so nobody can tell which is "
          + "which.",
        remedy: "Give each its own. Several curves that are one series are `Lines(…)`.",
        severity: .warning),
      Rule(
        "broken-link", "A link leads to a file, or to a place on a page, that is not there.",
        remedy: "Correct the path or the anchor. Paths are relative to the chapter's own folder."),
      Rule(
        "unsafe-link", "A link begins with something that could run a program.",
        remedy: "Link to a file of the book, or to an address with `https:`."),
      Rule(
        "missing-image",
        "An image is not under `chapters/`. Pages show nothing of other hosts, so that they can "
          + "be read without a network.",
        remedy: "Put the file into the book and name it relative to the chapter."),
      Rule(
        "unreadable-image",
        "A file that is to be shown is no image that browsers know: no PNG, JPEG, SVG, WebP, AVIF or GIF.",
        remedy: "Save it in one of these formats, or link to it instead."),
      Rule(
        "taken-name", "A chapter's page would lie where every book has one of its own.",
        remedy: "Give the chapter's file another name."),
      Rule(
        "duplicate-anchor",
        "A heading would have the address of an experiment, figure or value of the same page.",
        remedy: "Word the heading differently."),
    ])
}
