/// Numbers in words that somebody wrote, set as the computed ones beside them are: `10%`, `6×10⁻⁸`,
/// and no line ends within `10 × 10`.
enum NumberWords {
  static func set(_ words: String) -> String {
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 > 0x7F }) else { return words }
    return
      words
      .replacing(#/([0-9])[ \u{A0}\u{202F}]%(?! ?[0-9])/#) { "\($0.1)%" }
      .replacing(#/([0-9]) [·×] 10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/#) { "\($0.1)×10" }
      .replacing(#/([0-9]) ([·×]) (?=[0-9])/#) { "\($0.1)\u{A0}\($0.2)\u{A0}" }
  }
}
