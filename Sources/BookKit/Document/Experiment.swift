import Results

/// A fenced block that is compiled, run and shown with what it said.
public struct Experiment: Codable, Sendable, Equatable {
  /// A slug, unique in the book.
  public var id: String
  /// What follows the id on the fence.
  public var options: ExperimentOptions
  /// The body of a function, each line ended by a newline.
  public var code: String
  /// From the opening fence to the closing one. The code begins on line `span.line + 1`, and the
  /// closing fence is on line `span.endLine`.
  public var span: SourceSpan

  /// Creates an experiment.
  public init(id: String, options: ExperimentOptions, code: String, span: SourceSpan) {
    self.id = id
    self.options = options
    self.code = code
    self.span = span
  }
}

/// The `key=value` pairs of an experiment's fence.
public struct ExperimentOptions: Codable, Sendable, Equatable {
  /// `seeds=5`: how many seeds `seeds { }` runs, 1 to 1,000.
  public var seeds = 5
  /// `timeout=60`: the time limit in seconds, 1 to 3,600; nil for the build's.
  public var timeout: Int?
  /// `expect=trap`: the failure that the experiment must end in; nil for none.
  public var expect: ExperimentFailure.Kind?
  /// `fold=true`: the code is folded on the page; nil to fold what is long. It changes nothing that
  /// runs.
  public var fold: Bool?

  /// The default options.
  public init() {}
}
