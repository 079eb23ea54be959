import Results
import Testing

@testable import BookKit

@Suite struct NumberWordTests {
  @Test(arguments: [
    ("wrong in 10 % of the cases, 3 %.", "wrong in 10% of the cases, 3%."),
    ("10\u{202F}% and 10%", "10% and 10%"),
    ("up to 6 · 10⁻⁸ of it", "up to 6×10⁻⁸ of it"),
    ("6\u{A0}·\u{A0}10⁻⁸", "6×10⁻⁸"),
    ("10 × 10 pixels", "10\u{A0}×\u{A0}10 pixels"),
    ("a remainder, 7 % 3", "a remainder, 7 % 3"), ("part 1 · Survey", "part 1 · Survey"),
    ("100 % 正则化", "100% 正则化"), ("%", "%"), ("", ""),
  ])
  func words(_ written: String, _ set: String) { #expect(NumberWords.set(written) == set) }

  @Test(arguments: [
    (["17.9 µs", "2.96 s", "–"], true), (["−0.5", "1,209"], true),
    (["3.0\u{A0}·\u{A0}10⁻⁷", "0"], true),
    (["95%", ""], true), (["JAX, scan", "PyTorch"], false), (["4 heads, 8 units"], false),
    (["1989", "LeCun"], false), (["12 layers"], false), (["–"], false), ([], false),
  ])
  func writtenNumbers(_ cells: [String], _ areNumbers: Bool) {
    #expect(WrittenNumber.fill(cells) == areNumbers)
  }

  @Test func cellsBreakAtCapitalsOfLongWords() {
    let column = ColumnText(
      [[.text("SoftmaxCrossEntropyLoss: 2")], [.text("MaxPool2d")]], column: 0)
    #expect(
      column.cells.map(\.text) == ["Softmax<wbr>Cross<wbr>Entropy<wbr>Loss: 2", "MaxPool2d"])
    #expect(!column.isOfNumbers)
  }
}
