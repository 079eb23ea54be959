/// One line of the compiler's output that says something: `path:line:col: error: text`.
struct CompilerMessage: Equatable {
  enum Kind: String {
    case error, warning, note
  }

  let kind: Kind
  /// The file as `#sourceLocation` named it; nil for a message without a place.
  let path: String?
  let line: Int
  /// In bytes, from 1.
  let column: Int
  let text: String

  /// Reads the messages of `-diagnostic-style llvm`; source lines and carets are skipped.
  static func parse(_ output: String) -> [CompilerMessage] {
    output.split(separator: "\n").compactMap { message(String($0)) }
  }

  private static func message(_ line: String) -> CompilerMessage? {
    let pattern = /^(.+?):(\d+):(\d+): (error|warning|note): (.*)$/
    if let match = line.wholeMatch(of: pattern), let kind = Kind(rawValue: String(match.4)) {
      let path = String(match.1)
      return CompilerMessage(
        kind: kind, path: path == "<unknown>" ? nil : path, line: Int(match.2) ?? 0,
        column: Int(match.3) ?? 0, text: withoutGroup(match.5))
    }
    if line.hasPrefix("error: ") {
      return CompilerMessage(
        kind: .error, path: nil, line: 0, column: 0, text: withoutGroup(line.dropFirst(7)))
    }
    return nil
  }

  /// Without the `[#group]` that the compiler adds for its own documentation.
  private static func withoutGroup(_ text: Substring) -> String {
    String(text.replacing(/\s*\[#[A-Za-z-]+\]$/, with: ""))
  }
}
