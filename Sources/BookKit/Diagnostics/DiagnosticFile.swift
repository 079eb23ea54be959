import Foundation

/// Diagnostics as JSON for editors and other programs, in the shape of the file that DocC writes for
/// the same option.
public struct DiagnosticFile: Codable, Sendable, Equatable {
  struct Version: Codable, Sendable, Equatable {
    var major = 1
    var minor = 1
    var patch = 0
  }

  struct Entry: Codable, Sendable, Equatable {
    /// The rule.
    var id: String
    /// The file as a `file:` address.
    var source: String?
    var range: Range?
    var severity: Diagnostic.Severity
    var summary: String
    var solutions: [Solution]
    var notes: [String] = []
  }

  struct Range: Codable, Sendable, Equatable {
    var start: Location
    /// After the last character.
    var end: Location
  }

  struct Location: Codable, Sendable, Equatable {
    var line: Int
    var column: Int
  }

  /// What to do, in words: regbook never offers a text to put in the place of the author's.
  struct Solution: Codable, Sendable, Equatable {
    var summary: String
    var replacements: [String] = []
  }

  var version = Version()
  var diagnostics: [Entry]

  /// The diagnostics of the book in `folder`.
  public init(_ diagnostics: [Diagnostic], folder: String) {
    let folder = BookFolder.absolute(folder)
    self.diagnostics = diagnostics.sortedByPlace.map { diagnostic in
      Entry(
        id: diagnostic.rule,
        source: diagnostic.path.map { URL(fileURLWithPath: "\(folder)/\($0)").absoluteString },
        range: diagnostic.span.map {
          Range(
            start: Location(line: $0.line, column: $0.column),
            end: Location(line: $0.endLine, column: $0.endColumn))
        },
        severity: diagnostic.severity, summary: diagnostic.message,
        solutions: diagnostic.hint.map { [Solution(summary: $0)] } ?? [])
    }
  }

  /// Writes the file whole; an earlier one is replaced.
  public func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try Files.writeAtomically(try encoder.encode(self) + Data("\n".utf8), to: path)
  }

  /// Whether a file can be written at the path.
  public static func canWrite(to path: String) -> Bool {
    let folder = (BookFolder.absolute(path) as NSString).deletingLastPathComponent
    return !path.isEmpty && !Files.isFolder(path) && access(folder, W_OK | X_OK) == 0
  }

  /// Whether a file lies there that is not of this kind: a chapter, perhaps, whose author forgot FILE.
  public static func isForeign(_ path: String) -> Bool {
    guard let data = Files.read(path), !data.isEmpty else { return false }
    return (try? JSONDecoder().decode(DiagnosticFile.self, from: data)) == nil
  }
}
