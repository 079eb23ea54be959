import Foundation
import Results
import Testing

@testable import BookKit

@Suite struct ResultFileTests {
  /// The appendix says what every key of results.json is.
  @Test func everyKeyIsExplained() throws {
    let path = RenderSupport.repository + "/chapters/6-appendix/05-results-file.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let results = RenderSupport.text("results.json", in: try RenderSupport.render())
    let keys = Set(results.matches(of: #/"([a-zA-Z0-9.]+)" : /#).map { String($0.1) })
    #expect(keys.count > 20)
    for key in keys.sorted() where !text.contains("`\(key)`") { Issue.record("\(key)") }
  }

  /// It is put together from kept entries, which no reader may see.
  @Test func isSpelledAsIfInOnePiece() throws {
    let site = try RenderSupport.render()
    let bytes = try #require(site.files.first { $0.path == "results.json" }?.bytes)
    let file = try ResultCoding.decode(ResultFile.self, from: Data(bytes))
    #expect(file.experiments.count > 1)
    #expect(try file.bytes() == bytes)
  }
}
