extension Rule {
  static let text = Family(
    title: "Text, formulas and tables",
    rules: [
      Rule(
        "unclosed-math", "`$$` begins a formula, and the paragraph ends before it does.",
        remedy: "End the formula with `$$`. A dollar sign that is a dollar sign is written `\\$`."),
      Rule(
        "empty-math", "There is nothing between two pairs of dollar signs.",
        remedy: "Write the formula, or `\\$` for a dollar sign."),
      Rule(
        "bad-formula", "KaTeX, which sets the formulas, cannot read this one.",
        remedy: "Correct the TeX at the place that is shown."),
      Rule(
        "bad-equation-label", "The name in `\\label{…}` could not be an address.",
        remedy: "Begin it with `eq-` and go on with lowercase letters, digits and hyphens."),
      Rule(
        "duplicate-equation", "Two equations of a chapter have one label.",
        remedy: "Give one of them another, and mend the references to it."),
      Rule(
        "equation-in-text",
        "A formula inside a line of text has a label. Only an equation of its own has a number.",
        remedy: "Put it between `$$` into a paragraph of its own, or take the label out."),
      Rule(
        "too-many-formulas",
        "One chapter holds more formulas and values than the parser can tell apart.",
        remedy: "Split the chapter."),
      Rule(
        "not-a-value",
        "Something in double braces looks like a recorded value but is spelt so that it is none, "
          + "and appears on the page as it stands.",
        remedy: "Write `{{experiment.name}}` on one line, in lowercase letters, digits and "
          + "hyphens.",
        severity: .warning),
      Rule(
        "value-in-html",
        "Inside a block of HTML nothing is filled in, so the braces appear on the page.",
        remedy: "Write the text in Markdown.", severity: .warning),
      Rule(
        "blank-in-address",
        "The address of an image or link holds a blank. To Markdown it is then neither, and the brackets "
          + "appear on the page.",
        remedy: "Put the address between `<` and `>`, or write `%20` for the blank.",
        severity: .warning),
      Rule(
        "unknown-footnote", "The text refers to a footnote that the chapter does not have.",
        remedy: "Correct the name, or write the footnote in a paragraph of its own: `[^name]: …`."),
      Rule(
        "unused-footnote", "A footnote is there, but nothing refers to it.",
        remedy: "Write `[^name]` where it belongs, or take it out.", severity: .warning),
      Rule(
        "duplicate-footnote", "Two footnotes of a chapter have one name.",
        remedy: "Give one of them another."),
      Rule(
        "bad-footnote",
        "A footnote whose whole text is one word or an address is something else in Markdown, and "
          + "would disappear.",
        remedy: "Write a sentence."),
      Rule(
        "raw-html",
        "HTML in a chapter may mark up text. This could run or load something, or is not closed.",
        remedy:
          "Say it in Markdown, or use an element and attributes that only mark up. A chapter with "
          + "`rawHTML: true` in its front matter passes all HTML on as it is: no page of it can then be "
          + "promised to work without scripts or without a network."),
      Rule(
        "unbalanced-html",
        "An HTML element is opened and not closed, or closed and not opened: it would swallow the "
          + "rest of the page.",
        remedy: "Write its end where it ends. Markdown goes on inside only after an empty line."),
      Rule(
        "unknown-admonition",
        "A quotation begins like one of GitHub's notes, but with a mark that is none of its five; or "
          + "with a bold word that is nearly **Predict.**, **Try it.** or **Careful.**",
        remedy:
          "Correct the mark, and leave it alone on its line. `> **Careful.** …` does the same.",
        severity: .warning),
      Rule(
        "nesting-too-deep",
        "Lists, quotations or emphases lie in each other deeper than a page can show.",
        remedy: "Take levels out. Many `>` or `*` in a row are often not meant as markup: put them "
          + "in code."
      ),
      Rule(
        "table-columns", "The head of a table and the row of dashes below it differ in columns.",
        remedy: "Give each column of the head one `|---|`. In a cell, a `|` is written `\\|`."),
      Rule(
        "table-row-too-long", "A row of a table has more cells than its head.",
        remedy: "Add a column to the head, or write `\\|` for a `|` that belongs to the text."),
      Rule(
        "table-needs-blank-line",
        "Rows of a table stand directly below the lines of a paragraph and so belong to it.",
        remedy: "Put a blank line above the table.", severity: .warning),
    ])
}
