/// The names by which a browser reaches this machine without asking the network.
enum LoopbackName {
  /// Whether a Host header names one, with or without a port. A page of a stranger whose name
  /// suddenly resolves to 127.0.0.1 (DNS rebinding) sends its own name.
  static func isNamed(by host: String) -> Bool {
    host.lowercased().wholeMatch(of: /(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?/) != nil
  }
}
