import Foundation
import Testing

/// Files that say what is expected, and one switch to rewrite them.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  private static let environment = ProcessInfo.processInfo.environment
  static var isUpdating: Bool { environment["REGBOOK_UPDATE_GOLDEN"] == "1" }
  static var isContinuousIntegration: Bool { environment["CI"] != nil }

  /// Compares a text with a golden file, or rewrites the file.
  static func check(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if isUpdating && !isContinuousIntegration {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record(
        "Golden/\(name) is missing: write it with REGBOOK_UPDATE_GOLDEN=1",
        sourceLocation: sourceLocation)
      return
    }
    if let difference = difference(text, expected) {
      Issue.record("Golden/\(name), \(difference)", sourceLocation: sourceLocation)
    }
  }

  /// The first line that differs; nil for equal texts.
  static func difference(_ text: String, _ expected: String) -> String? {
    if text == expected { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(lines, expectedLines).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(lines.count, expectedLines.count)
    let (found, wanted) = (
      line < lines.count ? lines[line] : "(the end)",
      line < expectedLines.count ? expectedLines[line] : "(the end)"
    )
    return "line \(line + 1)\nexpected: \(wanted)\nfound:    \(found)"
  }
}
