import Testing

@testable import BookKit

@Suite struct SearchWordTests {
  @Test(arguments: [
    ("Soft-threshold, 2 ways", ["soft", "threshold", "2", "ways"]), ("正则化", ["正则", "则化"]),
    ("L2正则化x", ["l2", "正则", "则化", "x"]), ("é Ü", ["é", "ü"]), ("中", ["中"]), ("…!", []),
    ("softThreshold(w)", ["softthreshold", "w"]),
  ])
  func words(_ text: String, _ words: [String]) {
    #expect(SearchWords.words(of: text) == words)
  }
}
