/// What `regbook doctor` found out about one thing that a build needs.
public struct DoctorFinding: Sendable, Equatable {
  /// How it is.
  public enum State: String, Sendable {
    /// As a build needs it.
    case ok
    /// A build works, but there is something to know.
    case note
    /// A build does not work.
    case bad
  }

  /// How it is.
  public var state: State
  /// The thing: `compiler`.
  public var name: String
  /// What was found.
  public var found: String
  /// What to do.
  public var hint: String?

  init(_ state: State, _ name: String, _ found: String, hint: String? = nil) {
    self.state = state
    self.name = name
    self.found = found
    self.hint = hint
  }

  init(_ name: String, _ diagnostic: Diagnostic) {
    self.init(.bad, name, diagnostic.message, hint: diagnostic.hint)
  }

  /// One line, and one for the hint.
  public var text: String {
    state.rawValue.padded(to: 5) + name.padded(to: 13) + found
      + (hint.map { "\n" + "".padded(to: 18) + $0 } ?? "") + "\n"
  }
}
