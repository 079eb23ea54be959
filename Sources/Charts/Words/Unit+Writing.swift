import Numerics
import Results

extension Unit {
  /// The power of ten between the value and what is shown.
  var shift: Int { self == .percent || self == .points ? 2 : 0 }

  /// What follows a number.
  var suffix: String { self == .percent ? "%" : "" }

  /// What follows an axis' label, for a unit that its numbers don't show.
  var remark: String { self == .points ? " (points)" : "" }

  /// A value in at most `digits` significant digits, without trailing zeros: `0.31`, `91.2%`.
  func write(_ value: Double, digits: Int = 3, isBare: Bool = false) -> String {
    let shown = shift == 0 ? value : value * 100
    let text: String
    if shown.isFinite && shown == shown.rounded() && shown.magnitude < (digits < 6 ? 1e6 : 1e15) {
      text = NumberFormatting.fixed(shown, places: 0)
    } else {
      text = Self.trimmed(NumberFormatting.significant(shown, digits: digits))
    }
    return isBare || !shown.isFinite ? text : text + suffix
  }

  /// Values as a reader compares them: with the same decimals, three digits for the largest of `all`
  /// and at most two decimals.
  func writeAlike(_ values: [Double], among all: [Double]) -> [String] {
    let shown = values.map { shift == 0 ? $0 : $0 * 100 }
    let finite = all.map { shift == 0 ? $0 : $0 * 100 }.filter(\.isFinite)
    let largest = finite.map(\.magnitude).max() ?? 0
    if largest >= 1e6 || (largest < 1e-2 && largest > 0) {
      return zip(values, shown).map { $1.isFinite ? write($0) : "–" }
    }
    let isWhole = finite.allSatisfy { $0 == $0.rounded() }
    let places = isWhole ? 0 : max(0, largest >= 100 ? 0 : largest >= 10 ? 1 : 2)
    return shown.map { $0.isFinite ? NumberFormatting.fixed($0, places: places) + suffix : "–" }
  }

  /// `1.50e-7` without the zeros that say nothing: `1.5e-7`.
  private static func trimmed(_ text: String) -> String {
    let parts = text.split(separator: "e", maxSplits: 1)
    guard var mantissa = parts.first, mantissa.contains("." as Character) else { return text }
    while mantissa.last == "0" { mantissa.removeLast() }
    if mantissa.last == "." { mantissa.removeLast() }
    return parts.count > 1 ? "\(mantissa)e\(parts[1])" : String(mantissa)
  }
}
