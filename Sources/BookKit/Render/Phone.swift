/// The narrowest screen that pages are made for.
enum Phone {
  /// The letters of code in a list that a screen of 320 pixels holds in a line.
  static let columns = 28
}
