import Foundation
import Results

/// The sentence that Swift's runtime prints before a trap.
enum TrapMessage {
  /// `Swift/Array.swift:12: Fatal error: Index out of range` gives `Index out of range`.
  static func find(in errors: String) -> String? { check(in: errors) ?? cast(in: errors) }

  /// `Could not cast value of type 'Swift.Int' (0x7f2d) to 'Swift.String' (0x7f2c).`, the words of a failed
  /// `as!`, without the addresses.
  private static func cast(in errors: String) -> String? {
    errors.split(separator: "\n").last { $0.hasPrefix("Could not cast value of type '") }
      .map { line in
        let words = String(line).replacing(#/ \(0x[0-9a-f]+\)/#, with: "").withoutAddresses
        return words.hasSuffix(".") ? String(words.dropLast()) : words
      }
  }

  /// The words of a check.
  private static func check(in errors: String) -> String? {
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
