/// The bytes that Markdown's grammar names.
extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let tilde = UInt8(ascii: "~")
  static let dollar = UInt8(ascii: "$")
  static let pipe = UInt8(ascii: "|")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let dash = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let hash = UInt8(ascii: "#")

  var isBlank: Bool { self == .space || self == .tab }
  var isWhitespace: Bool { isBlank || self == .lineFeed || self == 0x0B || self == 0x0C }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
  var isLowercase: Bool { (0x61...0x7A).contains(self) }
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// What a backslash escapes.
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
  /// Control characters other than white space. The mask writes these itself.
  var isControl: Bool {
    self < 0x09 || (0x0E...0x1F).contains(self) || self == 0x7F
  }
}

extension Collection where Element == UInt8 {
  /// Whether a byte occurs a number of times in a row.
  func containsRun(of byte: UInt8, _ count: Int) -> Bool {
    var run = 0
    for next in self {
      run = next == byte ? run + 1 : 0
      if run == count { return true }
    }
    return false
  }

  /// Whether there is nothing but white space.
  var isBlankLine: Bool { allSatisfy(\.isWhitespace) }
}
