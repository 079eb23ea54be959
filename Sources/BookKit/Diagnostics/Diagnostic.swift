/// One mistake, and where it is: `path:line:col: error: sentence [rule-id]`.
public struct Diagnostic: Error, Codable, Sendable, Hashable {
  /// Whether the build fails.
  public enum Severity: String, Codable, Sendable {
    /// The build fails.
    case error
    /// The build goes on.
    case warning
  }

  /// Whether the build fails.
  public var severity: Severity
  /// A stable name of the kind of mistake: `unknown-value`.
  public var rule: String
  /// One sentence: what was found and what was expected.
  public var message: String
  /// What to do about it; nil where the sentence says it all.
  public var hint: String?
  /// The file, relative to the book's folder; nil for a mistake that is in no file.
  public var path: String?
  /// Where in the file; nil for the file as a whole.
  public var span: SourceSpan?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity = .error, rule: String, _ message: String, hint: String? = nil,
    path: String? = nil, span: SourceSpan? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.hint = hint
    self.path = path
    self.span = span
  }
}
