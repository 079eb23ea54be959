import Foundation

/// A whole small book, for `regbook init`.
public struct NewBook: Sendable {
  /// The book's folder, absolute.
  public let folder: String

  /// A book in a folder, which is made if it is not there.
  public init(folder: String) { self.folder = BookFolder.absolute(folder) }

  /// Writes the book and returns its files' paths, relative to its folder.
  public func write() throws -> [String] {
    if Files.exists(folder), !Files.isFolder(folder) {
      throw Diagnostic(
        rule: "file-exists", "\(folder) is a file; a book needs a folder.",
        hint: "Choose another name.")
    }
    if Files.exists(folder + "/chapters") {
      throw Diagnostic(
        rule: "book-exists", "\(folder) holds chapters/ already, so there is a book.",
        hint: "For another chapter: regbook new \"Title\"")
    }
    // All chapters appear in one step, so that a failure half-way leaves nothing behind.
    let draft = "\(folder)/.chapters.\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    do {
      for file in Self.chapters { try NewFile.write(file.text, to: file.path, in: draft) }
    } catch {
      throw NewFile.notWritable(folder)
    }
    guard rename(draft, folder + "/chapters") == 0 else { throw NewFile.notWritable(folder) }
    var written = Self.chapters.map { "chapters/\($0.path)" }
    // A repository's own .gitignore stays as it is.
    if !Files.exists(folder + "/.gitignore") {
      try NewFile.write(Self.ignored, to: ".gitignore", in: folder)
      written.insert(".gitignore", at: 0)
    }
    return written
  }

  /// What is made again by every build; the rest of `output/` may be committed.
  private static let ignored = """
    .regbook/
    output/vendor/

    """

  private static let chapters: [(path: String, text: String)] = [
    (
      "1-first/01-my-first-experiment.md",
      ChapterTemplate(title: "My first experiment", id: "my-first-experiment").text
    ),
    (
      "1-first/index.md",
      """
      ---
      title: First steps
      summary: What this part is about, in one sentence.
      ---

      A part is a folder; this page opens it. Its chapters follow in the order of the numbers that their
      names begin with, and `regbook new "Title"` adds one.

      """
    ),
    (
      "index.md",
      """
      ---
      title: My book
      summary: Numbers that the code beside them computed.
      ---

      This is the front page. Every number and figure in this book is computed by the code that is shown
      with it: edit [the first chapter](1-first/01-my-first-experiment.md), run `regbook build`, and open
      `output/index.html`.

      """
    ),
  ]
}
