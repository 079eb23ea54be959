/// One experiment of a chapter's program: where it stands, and its body.
public struct ExperimentEntry: Sendable {
  /// The experiment's id.
  public let id: String
  /// The chapter relative to the book's folder: `chapters/1-survey/03-norm.md`.
  public let file: String
  /// The line of the block's opening fence.
  public let line: Int
  /// How many lines of code the block has.
  public let lines: Int
  /// The block's code.
  public let body: @Sendable () throws -> Void

  /// Creates an entry; the program that the build writes does it.
  public init(
    _ id: String, file: String, line: Int, lines: Int, body: @escaping @Sendable () throws -> Void
  ) {
    self.id = id
    self.file = file
    self.line = line
    self.lines = lines
    self.body = body
  }
}
