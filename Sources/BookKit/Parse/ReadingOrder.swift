/// The order of files and folders: by the number that a name begins with, then by the name.
enum ReadingOrder {
  /// Whether one name comes before another; `2-x` comes before `10-x`, and a name without a number last.
  static func precedes(_ first: String, _ second: String) -> Bool {
    let (left, right) = (digits(first), digits(second))
    if left.isEmpty != right.isEmpty { return right.isEmpty }
    let (short, long) = (left.drop { $0 == 0x30 }, right.drop { $0 == 0x30 })
    if short.count != long.count { return short.count < long.count }
    if short != long { return short.lexicographicallyPrecedes(long) }
    return first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  private static func digits(_ name: String) -> ArraySlice<UInt8> {
    Array(name.utf8)[...].prefix(while: \.isDigit)
  }
}
