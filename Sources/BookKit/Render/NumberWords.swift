/// Numbers in words that somebody wrote, set as the computed ones beside them are: `10%`, `6×10⁻⁸`,
/// and no line ends within `10 × 10`.
enum NumberWords {
  static func set(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 > 0x7F }) else { return words }
    // By hand, because every cell of every table comes here and an expression costs 0.1 ms a use.
    let characters = Array(words)
    var set = ""
    var index = 0
    while index < characters.count {
      set.append(characters[index])
      index += 1
      if isDigit(characters[index - 1]), let joint = joint(characters[index...]) {
        set += joint.text
        index += joint.length
      }
    }
    return set
  }

  /// What follows a digit, in another setting, and how many characters it is instead of.
  private static func joint(_ rest: ArraySlice<Character>) -> (text: String, length: Int)? {
    guard let space = rest.first, " \u{A0}\u{202F}".contains(space) else { return nil }
    let sign = rest.dropFirst()
    if sign.first == "%" {
      // 7 % 4 is a remainder.
      let after = sign.dropFirst()
      return isDigit(after.first) || after.first == " " && isDigit(after.dropFirst().first)
        ? nil : ("%", 2)
    }
    guard let times = sign.first, times == "·" || times == "×" else { return nil }
    let factor = sign.dropFirst()
    guard factor.first == space else { return nil }
    if factor.dropFirst().starts(with: "10"), let exponent = factor.dropFirst(3).first,
      "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".contains(exponent)
    {
      return ("×10", 5)
    }
    return isDigit(factor.dropFirst().first) ? ("\u{A0}\(times)\u{A0}", 3) : nil
  }

  private static func isDigit(_ character: Character?) -> Bool {
    character.map { "0"..."9" ~= $0 } ?? false
  }
}
