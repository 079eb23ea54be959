extension Rule {
  static let commands = Family(
    title: "Commands",
    rules: [
      Rule(
        "unknown-experiment", "A command names an experiment that the book does not have.",
        remedy: "Correct its spelling. `regbook list` names all of them."),
      Rule(
        "no-ledger",
        "The claims of the articles are to be listed, and the book has no list of "
          + "them.",
        remedy: "Write one: `chapters/claims.yaml`."),
      Rule(
        "unknown-chapter", "A command names a file that is no chapter of the book.",
        remedy: "Name a Markdown file under `chapters/`."),
      Rule(
        "unknown-part", "A command names a part that the book does not have.",
        remedy: "Parts are the folders of `chapters/`. Make the folder first to begin a new part."),
      Rule(
        "empty-title", "A chapter was to be added under a name of no visible letters.",
        remedy: "Give it a title."),
      Rule(
        "file-exists", "A new file would take the place of one that is there.",
        remedy: "Choose another title or folder, or edit the file."),
      Rule(
        "book-exists", "A book was to be begun in a folder that holds one.",
        remedy: "Add a chapter with `regbook new`, or choose another folder."),
      Rule(
        "not-writable", "A new file cannot be written.",
        remedy: "Check the folder's permissions and the space on the disk."),
      Rule(
        "no-results", "`diff` was given something that holds no results of a build.",
        remedy: "Name a `results.json`, a folder with one, or a git revision."),
      Rule(
        "no-port", "`serve` finds no port that it may listen on.",
        remedy: "Choose one with `--port`."),
      Rule(
        "not-reproducible",
        "`verify` built the book in two ways that should not matter, and the sites differ. The "
          + "first difference is shown.",
        remedy: "Take out of the experiment whatever depends on time, the environment or chance "
          + "without a seed."),
      Rule(
        "output-differs", "The committed site is not what its sources give.",
        remedy: "Run `regbook build` and commit the site with the change."),
      Rule(
        "verify-build-failed",
        "One of the builds of `verify` found mistakes, so nothing was compared.",
        remedy: "Make `regbook build` succeed first."),
    ])
}
