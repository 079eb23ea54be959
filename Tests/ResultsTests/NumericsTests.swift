import Numerics
import Results
import Testing

@Suite struct NumericsTests {
  /// scipy.stats.t.ppf((1 + confidence) / 2, n)
  @Test(arguments: [
    (0.95, 1, 12.706204736174694), (0.95, 2, 4.302652729749462), (0.95, 4, 2.7764451051977934),
    (0.95, 9, 2.262157162798205), (0.95, 30, 2.0422724563012378), (0.99, 5, 4.032142983555228),
    (0.5, 3, 0.7648923284043444), (0.9, 100, 1.6602343260853392),
  ])
  func studentTAgreesWithSciPy(confidence: Double, n: Int, quantile: Double) {
    let ours = StudentT.quantile(confidence: confidence, degreesOfFreedom: n)
    #expect(abs(ours - quantile) <= 1e-11 * quantile)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func fingerprintGivesTheKnownAnswers(text: String, digest: String) {
    #expect(Fingerprint.of(text.utf8) == digest)
    var pieces = Fingerprint()
    for byte in text.utf8 { pieces.update([byte]) }
    #expect(pieces.hexadecimal == digest)
  }

  @Test func fingerprintOfAMillionLetters() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(Fingerprint.of([UInt8](repeating: 97, count: 1_000_000)) == digest)
  }

  @Test(arguments: [
    (0.05, 4, "0.0500"), (-0.00001, 2, "0.00"), (2.5, 0, "2"), (3.5, 0, "4"), (0.125, 2, "0.12"),
    (1e21, 0, "1000000000000000000000"), (.nan, 2, "nan"), (-.infinity, 1, "-inf"),
    (-1.5, 1, "-1.5"),
  ])
  func fixedPlaces(x: Double, places: Int, text: String) {
    #expect(NumberFormatting.fixed(x, places: places) == text)
  }

  @Test(arguments: [
    (0.0, 3, "0"), (1234.5, 3, "1234"), (0.00012345, 3, "0.000123"), (0.000012345, 3, "1.23e-5"),
    (9.996, 3, "10.0"), (1_234_567, 3, "1.23e6"), (-2.0, 2, "-2.0"),
  ])
  func significantDigits(x: Double, digits: Int, text: String) {
    #expect(NumberFormatting.significant(x, digits: digits) == text)
  }

  /// Its digits are those of the number of places that it comes to.
  @Test(arguments: 1...12) func significantIsFixedWhereItIsPlain(digits: Int) {
    for step in 1...2_000 {
      let x = (step.isMultiple(of: 3) ? -1 : 1) * 1e-4 * Numerics.exp(Double(step) * 0.0115)
      let text = NumberFormatting.significant(x, digits: digits)
      let places = text.split(separator: ".").dropFirst().first?.utf8.count ?? 0
      #expect(text.contains("e") || text == NumberFormatting.fixed(x, places: places))
    }
  }
}
