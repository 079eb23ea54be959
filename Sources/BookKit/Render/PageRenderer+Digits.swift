import Foundation
import Numerics
import Results

extension PageRenderer {
  /// Warns of digits that an author asked for and the samples do not give: those below the second
  /// digit of the 95 % interval's half width.
  func checkDigits(of recorded: RecordedValue, _ format: ValueFormat, _ reference: ValueReference) {
    let summary = SampleSummary(recorded.samples)
    let half = summary.confidenceHalfWidth
    guard let digits = format.digits, format.shown != .range, format.shown != .seeds, half > 0,
      half.isFinite, summary.mean.isFinite
    else { return }
    let lastDigit =
      switch digits {
      case .percent(let places), .points(let places): -(places + 2)
      case .fixed(let places): -places
      case .significant(let count):
        Int(log10(max(abs(summary.mean), .leastNormalMagnitude)).rounded(.down)) - count + 1
      }
    guard lastDigit < Int(log10(half).rounded(.down)) - 1 else { return }
    let style = NumberStyle(digits, unit: recorded.unit)
    let scale = style.suffix == nil ? 1.0 : 100.0
    let width = [.number(NumberFormatting.significant(scale * half, digits: 2)), style.suffix]
      .compactMap { $0 }
    report(
      "too-many-digits",
      "“\(reference.experiment).\(reference.name)” is known to ±\(NumberText(pieces: width).plain), "
        + "so its last digits here say nothing.",
      hint: "Show fewer digits, or run more seeds.", at: reference.span, severity: .warning)
  }
}
