import Foundation

/// Writes a diagnostic for people: where it is and what it says, the source line with carets under the
/// place, and the hint.
public struct DiagnosticPrinter: Sendable {
  private let folder: String
  private let color: Bool

  /// A line longer than this is cut around the place.
  private static let maximumWidth = 100

  /// Creates a printer for the files of a book's folder, which it reads to show their lines.
  public init(folder: String, color: Bool) {
    self.folder = folder
    self.color = color
  }

  /// The lines about a diagnostic, without a newline at the end.
  public func text(_ diagnostic: Diagnostic) -> String {
    var place = ""
    if let path = diagnostic.path {
      place =
        String(path.map { $0 == "\t" ? "\u{FFFD}" : Self.visible($0) })
        + (diagnostic.span.map { ":\($0.line):\($0.column)" } ?? "")
        + ": "
    }
    let severity = styled("\(diagnostic.severity.rawValue):", severityStyle(diagnostic.severity))
    var lines = [
      styled(place, "1") + severity + " " + diagnostic.message
        + styled(" [\(diagnostic.rule)]", "2")
    ]
    if let path = diagnostic.path, let span = diagnostic.span,
      let source = sourceLine(span.line, of: path)
    {
      lines += excerpt(source, span, style: severityStyle(diagnostic.severity))
    }
    if let hint = diagnostic.hint { lines.append(styled("hint:", "36") + " " + hint) }
    return lines.joined(separator: "\n")
  }

  private func severityStyle(_ severity: Diagnostic.Severity) -> String {
    severity == .error ? "1;31" : "1;33"
  }

  private func styled(_ text: String, _ style: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  private func sourceLine(_ number: Int, of path: String) -> [Character]? {
    let location = folder.isEmpty ? path : folder + "/" + path
    guard let data = FileManager.default.contents(atPath: location) else { return nil }
    let source = SourceText.decode(Array(data), path: path).source
    guard (1...source.lineCount).contains(number) else { return nil }
    return Array(source.text(source.line(number - 1)))
  }

  /// The source line, and under it carets as wide as the place on a terminal.
  private func excerpt(_ line: [Character], _ span: SourceSpan, style: String) -> [String] {
    if line.allSatisfy(\.isWhitespace) { return [] }
    let start = min(max(span.column - 1, 0), line.count)
    let end = span.endLine > span.line ? line.count : min(span.endColumn - 1, line.count)
    var first = 0
    if line.count > Self.maximumWidth { first = max(0, start - Self.maximumWidth / 3) }
    let last = min(line.count, first + Self.maximumWidth)

    let lead = first > 0 ? "…" : ""
    let shown = String(line[first..<last].map(Self.visible))
    let blanks = line[first..<start].map { character in
      character == "\t" ? "\t" : String(repeating: " ", count: character.displayWidth)
    }
    let width = line[start..<max(start, min(end, last))].reduce(0) { $0 + $1.displayWidth }
    let carets = String(repeating: "^", count: max(1, width))
    return [
      "  " + lead + shown + (last < line.count ? "…" : ""),
      "  " + (lead.isEmpty ? "" : " ") + blanks.joined() + styled(carets, style),
    ]
  }

  /// A control character must not reach the terminal.
  private static func visible(_ character: Character) -> Character {
    guard character != "\t", let scalar = character.unicodeScalars.first,
      scalar.value < 0x20 || scalar.value == 0x7F
    else { return character }
    return "\u{FFFD}"
  }
}
