/// Signs of a typeset page.
enum Typography {
  /// A number with U+2212 for its minus signs.
  static func minus(_ number: String) -> String {
    String(number.map { $0 == "-" ? "\u{2212}" : $0 })
  }

  /// An axis' label with the arrow along which values grow (empty for categories).
  static func axisLabel(_ text: String, arrow: String, arrowFirst: Bool) -> String {
    text.isEmpty || arrow.isEmpty ? text : arrowFirst ? "\(arrow) \(text)" : "\(text) \(arrow)"
  }
}
