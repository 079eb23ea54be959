import Testing

@testable import Results

@Suite struct StableTextTests {
  @Test(arguments: [
    ("main.(unknown context at $560c47b6c4bc).(unknown context at $56ab).Counter", "main.Counter"),
    ("[main.(unknown context at $1f).A, 2]", "[main.A, 2]"),
    (
      #"\Array<Int>.<computed 0x000056212f33d6f0 (Int)>.<computed 0x1 (String)>"#,
      #"\Array<Int>.<computed (Int)>.<computed (String)>"#
    ),
    ("(unknown context at $zz).A", "(unknown context at $zz).A"), ("plain", "plain"),
  ])
  func placesOfTypes(_ text: String, _ stable: String) { #expect(text.withoutAddresses == stable) }
}
