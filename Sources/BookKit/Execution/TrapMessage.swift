import Foundation
import Results

/// The sentence that Swift's runtime prints before a trap.
enum TrapMessage {
  /// `Swift/Array.swift:12: Fatal error: Index out of range` gives `Index out of range`.
  static func find(in errors: String) -> String? {
    let pattern = /(?:^|: )(Fatal error|Assertion failed|Precondition failed)(?:: (.*))?$/
    let lines = errors.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.lastIndex(where: { $0.firstMatch(of: pattern) != nil }),
      let match = lines[index].firstMatch(of: pattern)
    else { return nil }
    guard let text = match.2 else { return String(match.1) }
    // A text of several lines ends where the runtime goes on.
    let rest = lines[(index + 1)...].prefix {
      !$0.hasPrefix("*** ") && !$0.hasPrefix("swift-runtime: ")
    }
    return ([text] + rest).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }.joined(separator: " ").withoutAddresses
  }
}
