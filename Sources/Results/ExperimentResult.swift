/// What one experiment said: everything that a page, a chart or `results.json` shows of it.
///
/// A value without time, path or host, so that the same code gives the same bytes everywhere.
public struct ExperimentResult: Codable, Sendable, Equatable {
  /// The recorded values in the order they were said.
  public var values: [RecordedValue] = []
  /// The claims in the order they were made.
  public var claims: [Claim] = []
  /// The figures in the order they were drawn.
  public var figures: [Figure] = []
  /// The tables in the order they were made.
  public var tables: [Table] = []
  /// What `print` wrote, line by line.
  public var output: [String] = []
  /// The data files that were read.
  public var inputs: [InputFile] = []
  /// The seeds that `seeds { }` ran, in order; empty for an experiment without randomness.
  public var seeds: [Int] = []
  /// How it failed, for an experiment that is to fail; it then says nothing but what it printed.
  public var failure: ExperimentFailure?

  /// Creates an empty result.
  public init() {}
}

/// A place in an experiment's block: lines are counted from the opening fence (line 0), columns in
/// characters from 1. A block that moves in its chapter keeps its result.
public struct BlockLocation: Codable, Sendable, Equatable {
  /// Lines below the opening fence.
  public var line: Int
  /// Column, from 1.
  public var column: Int

  /// Creates a location.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A data file that an experiment read.
public struct InputFile: Codable, Sendable, Equatable, Hashable {
  /// The path relative to the book's folder.
  public var path: String
  /// SHA-256 of its bytes, in hexadecimal.
  public var sha256: String

  /// Creates an input.
  public init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
