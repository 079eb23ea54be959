extension Rule {
  static let frontMatter = Family(
    title: "Title and front matter",
    rules: [
      Rule(
        "missing-title",
        "The page needs a name for the contents, and neither the front matter nor a heading gives "
          + "one.",
        remedy: "Write `title: …` in the front matter, or begin the text with a heading `# …`."),
      Rule(
        "second-title", "A chapter has one heading of level 1, its title; this is another.",
        remedy: "Write `##` for sections.", severity: .warning),
      Rule(
        "unclosed-front-matter",
        "The first line is `---`, which begins the front matter, and no line ends it.",
        remedy: "Write `---` on a line of its own below the last key."),
      Rule(
        "bad-front-matter",
        "What stands between the two `---` is not YAML, or not a list of keys with their values.",
        remedy: "Write one `key: value` a line. A value that holds a colon or begins with a sign "
          + "stands in quotation marks."),
      Rule(
        "unknown-front-matter-key", "The front matter has a key that means nothing here.",
        remedy: "Correct its spelling, or take the line out."),
      Rule(
        "bad-front-matter-value",
        "A key has a value of the wrong kind: a text is wanted, or `true` or `false`.",
        remedy: "Write the kind of value that the message names."),
    ])
}
