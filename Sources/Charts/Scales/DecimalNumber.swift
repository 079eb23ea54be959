import Numerics

/// digits × 10^exponent. Ticks are such numbers, not sums of rounded steps: 0.3 is 3e-1.
struct DecimalNumber: Equatable {
  var digits: Int
  var exponent: Int

  init(_ digits: Int, exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  /// The nearest `Double`.
  var value: Double { Double("\(digits)e\(exponent)") ?? 0 }

  /// The number times 10^places.
  func shifted(by places: Int) -> DecimalNumber { .init(digits, exponent: exponent + places) }

  /// All its digits, plain: `0.050` for 50e-3.
  var plain: String { NumberFormatting.fixed(value, places: max(0, -exponent)) }

  /// All its digits, as `1.5e7`.
  var scientific: String {
    if digits == 0 { return "0" }
    let places = "\(digits.magnitude)".count - 1
    let mantissa = NumberFormatting.fixed(
      DecimalNumber(digits, exponent: -places).value, places: places)
    return "\(mantissa)e\(exponent + places)"
  }
}
