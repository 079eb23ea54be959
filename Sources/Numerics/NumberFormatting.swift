import Foundation

/// The only place that turns the bits of a number into digits, so that every page, chart and file
/// spells a number the same way on every machine.
///
/// The digits are correctly rounded (half to even on the exact binary value) and never depend on
/// the locale. The minus sign is ASCII; pages replace it by U+2212.
public enum NumberFormatting {
  /// `x` with exactly `places` digits after the point: `0.0500` for places 4.
  ///
  /// A value that rounds to zero has no sign. Not-a-number is `nan`, the infinities are `inf` and `-inf`.
  public static func fixed(_ x: Double, places: Int) -> String {
    guard x.isFinite else { return nonFinite(x) }
    let text = printed("%.*f", places, x)
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." || $0 == "-" }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// `x` with `digits` significant digits, plain between 1e-4 and 1e6 and as `1.2e-7` elsewhere.
  public static func significant(_ x: Double, digits: Int) -> String {
    guard x.isFinite else { return nonFinite(x) }
    if x == 0 { return "0" }
    let scientific = printed("%.*e", digits - 1, x)
    let parts = scientific.split(separator: "e")
    let exponent = Int(parts[1])!
    if exponent >= -4 && exponent < 6 { return fixed(x, places: max(0, digits - 1 - exponent)) }
    return "\(parts[0])e\(exponent)"
  }

  /// The shortest digits that read back as the same `Double`, for files; −0 is `0`.
  public static func exact(_ x: Double) -> String {
    guard x.isFinite else { return nonFinite(x) }
    return x == x.rounded() && abs(x) < 1e15 ? fixed(x, places: 0) : "\(x)"
  }

  private static func nonFinite(_ x: Double) -> String {
    x.isNaN ? "nan" : x < 0 ? "-inf" : "inf"
  }

  private static func printed(_ format: String, _ precision: Int, _ x: Double) -> String {
    require(precision <= 60, "numbers are spelt with at most 60 places, not \(precision)")
    // The exact decimal expansion is glibc's; no locale is ever set in the process.
    return withVaList([Int32(precision), x]) { arguments in
      var buffer = [CChar](repeating: 0, count: 400)
      let length = vsnprintf(&buffer, buffer.count, format, arguments)
      return String(decoding: buffer[..<Int(length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
