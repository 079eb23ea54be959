import Foundation
import Mustache

/// The files that give pages their look. A book puts a file of the same name under
/// `chapters/theme/` in the place of one of ours, or adds a style sheet.
struct Theme: Sendable {
  private let folders: [String]

  init(folder: String, bookFolder: String) {
    folders = ["\(bookFolder)/chapters/theme", folder]
  }

  /// The text of a file of the theme.
  func text(_ name: String) throws -> String {
    for folder in folders {
      if let text = WebPackages.read("\(folder)/\(name)") { return text }
    }
    throw Diagnostic(
      rule: "theme-incomplete", "The theme has no file “\(name)”.",
      hint: "Install regbook again, or put the file into chapters/theme/.")
  }

  /// The templates, ready for use; a broken one is an error with its name.
  func templates() throws -> MustacheLibrary {
    var library = MustacheLibrary()
    for file in names(in: "templates", ending: ".mustache") {
      do {
        try library.register(text("templates/\(file)"), named: String(file.dropLast(9)))
      } catch let error as MustacheTemplate.ParserError {
        throw Diagnostic(
          rule: "bad-template", "The template “\(file)” is broken: \(error.error).",
          path: "chapters/theme/templates/\(file)",
          span: SourceSpan(line: error.context.lineNumber, column: error.context.columnNumber))
      }
    }
    return library
  }

  /// All style sheets, one after the other in the order of their names.
  func styles() throws -> String {
    try names(in: "styles", ending: ".css").map { try text("styles/\($0)") }.joined(separator: "\n")
  }

  /// The scripts that pages load, in the order of their names.
  func scripts() throws -> String {
    try names(in: "client", ending: ".js").map { try text("client/\($0)") }.joined(separator: "\n")
  }

  private func names(in subfolder: String, ending: String) -> [String] {
    let all = folders.flatMap {
      (try? FileManager.default.contentsOfDirectory(atPath: "\($0)/\(subfolder)")) ?? []
    }
    return Set(all.filter { $0.hasSuffix(ending) }).sorted()
  }
}
