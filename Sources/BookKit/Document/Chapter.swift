/// One Markdown file as a value: what the parser makes and everything else reads.
public struct Chapter: Codable, Sendable, Equatable {
  /// The path relative to the book's folder, with forward slashes: `chapters/1-survey/03-norm.md`.
  public var path: String
  /// What stands between the two `---` lines at the top.
  public var frontMatter: FrontMatter
  /// The body.
  public var blocks: [Block]

  /// Creates a chapter.
  public init(path: String, frontMatter: FrontMatter, blocks: [Block]) {
    self.path = path
    self.frontMatter = frontMatter
    self.blocks = blocks
  }
}

/// The YAML at the top of a chapter. Order and number come from the file's name, not from here.
public struct FrontMatter: Codable, Sendable, Equatable {
  /// The chapter's title; where it is absent, the first heading of level 1 is.
  public var title: String?
  /// One sentence under the title.
  public var summary: String?
  /// The article that the chapter mirrors: `A`.
  public var article: String?
  /// The language of the text where it is not English, as a tag: `zh-Hans`.
  public var language: String?
  /// A draft is left out of the site; `regbook run` runs its experiments all the same.
  public var draft = false
  /// Compiles the chapter's experiments with `-O`; for heavy loops of its own.
  public var optimize = false
  /// Whether raw HTML passes unread, scripts and all.
  public var rawHTML = false

  /// Creates empty front matter.
  public init() {}
}

/// A stretch of a source file: lines and columns from 1, columns in characters; the end is exclusive.
public struct SourceSpan: Codable, Sendable, Equatable, Hashable {
  /// The first character's line.
  public var line: Int
  /// The first character's column.
  public var column: Int
  /// The line of the character after the last.
  public var endLine: Int
  /// The column of the character after the last.
  public var endColumn: Int

  /// Creates a span.
  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }

  /// A span of one character.
  public init(line: Int, column: Int) {
    self.init(line: line, column: column, endLine: line, endColumn: column + 1)
  }
}
