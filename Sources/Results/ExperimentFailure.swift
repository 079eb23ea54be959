/// How an experiment failed whose failure is the lesson (`expect=…` on its fence).
public struct ExperimentFailure: Codable, Sendable, Equatable {
  /// The kinds of failure that a chapter can show.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// A check of the engine or of Swift's runtime stopped it.
    case trap
    /// The compiler refuses the block.
    case compileError = "compile-error"
    /// Training stopped because its loss or a parameter was no longer finite.
    case diverges
    /// It ran until its time limit.
    case timeout
  }

  /// The kind.
  public var kind: Kind
  /// What the compiler or the runtime said; the same on every machine.
  public var message: String
  /// Where in the block, where that is known.
  public var location: BlockLocation?

  /// Creates a failure.
  public init(kind: Kind, message: String, location: BlockLocation?) {
    self.kind = kind
    self.message = message
    self.location = location
  }
}
