/// Digits and signs of one or two numbers, before it is known whether they go into prose, plain
/// text or a formula.
struct NumberText: Equatable {
  enum Piece: Equatable {
    /// As `NumberFormatting` wrote it: `-1.2e-7`, `nan`, `-inf`.
    case number(String)
    case plusMinus
    case to
    case percent
    case points
    /// What stands for a number that nobody could compute.
    case missing
  }

  var pieces: [Piece]

  static let missing = NumberText(pieces: [.missing])

  /// For attributes, contents and search: `1.2×10⁻⁷`.
  var plain: String {
    pieces.map { piece in
      switch piece {
      case .number(let digits):
        let parts = Self.parts(of: digits)
        return parts.exponent.map { "\(parts.digits)×10\(Self.superscript($0))" } ?? parts.digits
      case .plusMinus: return "\u{A0}±\u{A0}"
      case .to: return " to "
      case .percent: return "%"
      case .points: return "\u{A0}points"
      case .missing: return "—"
      }
    }.joined()
  }

  /// For pages: the exponent in `<sup>`.
  var html: HTML {
    pieces.map { piece in
      guard case .number(let digits) = piece else { return HTML(NumberText(pieces: [piece]).plain) }
      let parts = Self.parts(of: digits)
      guard let exponent = parts.exponent else { return HTML(parts.digits) }
      return HTML("\(parts.digits)×10") + .tag("sup", [:], HTML(exponent))
    }.joined()
  }

  /// For formulas: ASCII only.
  var tex: String {
    pieces.map { piece in
      switch piece {
      case .number(let digits):
        if digits.hasSuffix("inf") { return digits.replacing("inf", with: "\\infty ") }
        if digits == "nan" { return "\\text{nan}" }
        let parts = digits.split(separator: "e")
        return parts.count == 2 ? "\(parts[0])\\times 10^{\(parts[1])}" : digits
      case .plusMinus: return "\\pm "
      case .to: return "\\text{ to }"
      case .percent: return "\\%"
      case .points: return "\\text{ points}"
      case .missing: return "\\text{--}"
      }
    }.joined()
  }

  private static func parts(of digits: String) -> (digits: String, exponent: String?) {
    if digits.hasSuffix("inf") { return (digits == "inf" ? "∞" : "−∞", nil) }
    if digits == "nan" { return ("not a number", nil) }
    let parts = digits.split(separator: "e")
    let exponent = parts.count == 2 ? Int(parts[1]).map { signed("\($0)") } : nil
    return (grouped(signed(String(parts[0]))), exponent)
  }

  private static func signed(_ digits: String) -> String { digits.replacing("-", with: "−") }

  /// Five digits and more before the point are read in groups of three.
  private static func grouped(_ digits: String) -> String {
    let sign = digits.hasPrefix("−") ? "−" : ""
    let parts = digits.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    guard parts[0].count > 4 else { return digits }
    var whole = ""
    for (place, digit) in parts[0].enumerated() {
      if place > 0 && (parts[0].count - place) % 3 == 0 { whole += "," }
      whole.append(digit)
    }
    return sign + whole + (parts.count == 2 ? ".\(parts[1])" : "")
  }

  private static func superscript(_ exponent: String) -> String {
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(exponent.map { $0.wholeNumberValue.map { raised[$0] } ?? "⁻" })
  }
}
