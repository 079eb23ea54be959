/// What an experiment's process may use. Its time limit is its own option.
struct RunLimits: Sendable {
  /// Bytes of memory.
  var memory = 2 << 30
  /// Bytes of printed text.
  var output = 1 << 20
}
