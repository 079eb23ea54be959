/// The files of a finished site, in memory.
public struct RenderedSite: Sendable {
  /// Files to write, by path relative to the output folder, sorted by path.
  public var files: [(path: String, bytes: [UInt8])] = []
  /// Third-party files to copy from this machine's packages, sorted by path.
  public var copies: [(path: String, source: String)] = []
  /// What is wrong with the chapters, in reading order.
  public var diagnostics: [Diagnostic] = []

  /// Creates an empty site.
  public init() {}
}
