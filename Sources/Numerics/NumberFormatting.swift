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
    let text = printed("f", places, x)
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." || $0 == "-" }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// `x` with `digits` significant digits, plain between 1e-4 and 1e6 and as `1.2e-7` elsewhere.
  public static func significant(_ x: Double, digits: Int) -> String {
    guard x.isFinite else { return nonFinite(x) }
    if x == 0 { return "0" }
    let parts = printed("e", digits - 1, x).split(separator: "e" as Character)
    let exponent = Int(parts[1])!
    guard exponent >= -4 && exponent < 6 else { return "\(parts[0])e\(exponent)" }
    guard digits > exponent else { return fixed(x, places: 0) }
    // The same digits, with the point in its place: printing takes long.
    let sign = x < 0 ? "-" : ""
    let shown = String(decoding: parts[0].utf8.filter { $0 >= UInt8(ascii: "0") }, as: UTF8.self)
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + shown }
    let rest = shown.dropFirst(exponent + 1)
    return sign + shown.prefix(exponent + 1) + (rest.isEmpty ? "" : "." + rest)
  }

  /// The shortest digits that read back as the same `Double`, for files; −0 is `0`.
  public static func exact(_ x: Double) -> String {
    guard x.isFinite else { return nonFinite(x) }
    return x == x.rounded() && abs(x) < 1e15 ? fixed(x, places: 0) : "\(x)"
  }

  private static func nonFinite(_ x: Double) -> String {
    x.isNaN ? "nan" : x < 0 ? "-inf" : "inf"
  }

  /// `x` as C prints it with `%.*f` or `%.*e`.
  private static func printed(_ style: String, _ precision: Int, _ x: Double) -> String {
    require(precision <= 60, "numbers are spelt with at most 60 places, not \(precision)")
    // The exact decimal expansion is glibc's; no locale is ever set in the process.
    return withVaList([x]) { arguments in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
        let length = vsnprintf(
          buffer.baseAddress, buffer.count, "%.\(precision)\(style)", arguments)
        return String(decoding: UnsafeRawBufferPointer(buffer).prefix(Int(length)), as: UTF8.self)
      }
    }
  }
}
