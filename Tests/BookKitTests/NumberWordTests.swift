import Testing

@testable import BookKit

@Suite struct NumberWordTests {
  @Test(arguments: [
    ("wrong in 10 % of the cases, 3 %.", "wrong in 10% of the cases, 3%."),
    ("10\u{202F}% and 10%", "10% and 10%"),
    ("up to 6 · 10⁻⁸ of it", "up to 6×10⁻⁸ of it"),
    ("10 × 10 pixels", "10\u{A0}×\u{A0}10 pixels"),
    ("a remainder, 7 % 3", "a remainder, 7 % 3"), ("part 1 · Survey", "part 1 · Survey"),
    ("100 % 正则化", "100% 正则化"), ("%", "%"), ("", ""),
  ])
  func words(_ written: String, _ set: String) { #expect(NumberWords.set(written) == set) }
}
