import Foundation
import Results
import Testing

@testable import BookKit

@Suite struct ResultFileDocumentation {
  /// The appendix says what every key of results.json is.
  @Test func everyKeyIsExplained() throws {
    let path = RenderSupport.repository + "/chapters/6-appendix/05-results-file.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let results = RenderSupport.text("results.json", in: try RenderSupport.render())
    let keys = Set(results.matches(of: #/"([a-zA-Z0-9.]+)" : /#).map { String($0.1) })
    #expect(keys.count > 20)
    for key in keys.sorted() where !text.contains("`\(key)`") { Issue.record("\(key)") }
  }
}
