/// What a preview tells while it runs.
public enum PreviewEvent: Sendable {
  /// It answers at this address. `taken` is the port that was wanted and belongs to another program.
  case serving(address: String, taken: Int?)
  /// A build at work.
  case build(BuildEvent)
  /// A build has ended.
  case built(BuildReport)
  /// Files changed while a build was at work; it begins anew.
  case restarting
}
