extension Rule {
  static let files = Family(
    title: "Folders and files",
    rules: [
      Rule(
        "no-book", "The folder that the command names is not there.",
        remedy: "Check the spelling; the folder is the one that holds `chapters/`."),
      Rule(
        "no-chapters",
        "The folder has no `chapters/`, or there is no Markdown file in it. A book is what lies "
          + "under `chapters/`.",
        remedy: "Run the command in the book's folder, or name that folder after it. `regbook "
          + "init` begins a new book."),
      Rule(
        "chapter-too-deep",
        "Chapters lie in `chapters/` or in a part, a folder of it. This one lies deeper, so it is "
          + "no part of the book.",
        remedy: "Move it up, or give its folder a place in `chapters/`.", severity: .warning),
      Rule(
        "chapter-name",
        "A Markdown file has a name that ends in something else than `.md`, so it is no chapter.",
        remedy: "Let its name end in `.md`. What begins with `_`, and `README.md`, is left out in "
          + "silence.", severity: .warning),
      Rule(
        "outside-book",
        "A symbolic link leads out of the book's folder. On another machine there would be "
          + "nothing behind it.",
        remedy: "Copy what it points to into the book."),
      Rule(
        "unreadable-file",
        "A file or folder under `chapters/` cannot be read: a link leads nowhere, the permission "
          + "is missing, or it disappeared while the book was read.",
        remedy: "Mend or remove the link, or allow reading with `chmod u+r`."),
      Rule(
        "bad-file-name",
        "A file's name holds a line end, a tab or another control character. It could not be "
          + "shown in a message, or named to the compiler.",
        remedy: "Rename it. Blanks, quotation marks and letters of every script are no trouble."),
      Rule(
        "file-too-large",
        "A chapter has more bytes than any text that a person reads. Something else was probably "
          + "saved under its name.",
        remedy: "Move data to `chapters/data/`, where experiments can read it, or split the "
          + "chapter."),
      Rule(
        "invalid-utf8",
        "The file's bytes are not UTF-8, so nobody can say which characters they are.",
        remedy: "Save the file as UTF-8; editors call this the file's encoding."),
      Rule(
        "control-character",
        "There is an invisible character that has no place in a text. It usually came with a "
          + "paste.",
        remedy: "Delete it."),
      Rule(
        "private-use-character",
        "A character from U+E000 to U+F8FF means something only in one font, and no font is part "
          + "of a book.",
        remedy: "Write the character that was meant."),
      Rule(
        "empty-chapter", "The file holds no text below its front matter.",
        remedy: "Write some, or take the file out of `chapters/`."),
    ])
}
