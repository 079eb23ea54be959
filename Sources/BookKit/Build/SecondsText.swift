/// Durations for progress lines; they are never part of a page.
enum SecondsText {
  /// `0.4 s`
  static func text(_ seconds: Double) -> String {
    let tenths = Int((max(0, seconds) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
