extension String {
  /// The text with blanks after it, as wide as its column.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
