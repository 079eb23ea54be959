import BookKit
import Foundation
import Testing

/// The corpus of chapters beside the tests.
enum ParseCases {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases/parse").path

  /// The names of the Markdown files in a folder of cases, without their ending.
  static func names(_ kind: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")) ?? []
    return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
  }

  /// Compares text with a golden file, or rewrites the file where the environment asks for it.
  static func expect(_ text: String, toMatch path: String) throws {
    let location = URL(fileURLWithPath: "\(folder)/\(path)")
    let environment = ProcessInfo.processInfo.environment
    if environment["REGBOOK_UPDATE_GOLDEN"] == "1" {
      try #require(environment["CI"] == nil, "Golden files are not rewritten in CI.")
      try Data(text.utf8).write(to: location)
      return
    }
    let golden = try String(decoding: Data(contentsOf: location), as: UTF8.self)
    #expect(text == golden, "\(path) differs; REGBOOK_UPDATE_GOLDEN=1 rewrites it.")
  }
}

/// Parses text as a chapter without a file, with a title so that only its own mistakes are left.
func parse(_ text: String) -> (chapter: Chapter, diagnostics: [Diagnostic]) {
  ChapterParser.parse(Array(text.utf8), path: "chapters/test.md")
}

extension Diagnostic {
  /// The rule and where it is: `unclosed-math 3:1`.
  var summary: String { rule + (span.map { " \($0.line):\($0.column)" } ?? "") }
}
