import Foundation
import Results

/// Chapters as the parser sees them, for `regbook inspect`.
public struct BookInspection: Sendable {
  /// The chapters as JSON.
  public let json: String
  /// What is wrong in them.
  public let diagnostics: [Diagnostic]

  /// Reads the chapters of the book in `folder`; all of them, or those whose paths end like one of
  /// `files`.
  public init(folder: String, files: [String] = []) throws {
    let folder = BookFolder.absolute(folder)
    do {
      try BookFolder.check(folder)
      let (book, mistakes) = BookLoader.load(folder: folder)
      let wanted = files.map { BookFolder.absolute($0) }
      for (file, path) in zip(files, wanted)
      where !book.chapters.contains(where: { "\(folder)/\($0.path)" == path }) {
        throw Diagnostic(
          rule: "unknown-chapter", "\(file) is no chapter of the book in \(folder).",
          hint: "Name a file under chapters/.")
      }
      let chapters = book.chapters.filter {
        wanted.isEmpty || wanted.contains("\(folder)/\($0.path)")
      }
      let paths = Set(chapters.map(\.path))
      json = try ResultCoding.text(of: chapters)
      diagnostics = mistakes.filter { wanted.isEmpty || $0.path.map(paths.contains) ?? true }
    } catch let diagnostic as Diagnostic {
      json = "[]"
      diagnostics = [diagnostic]
    }
  }
}
