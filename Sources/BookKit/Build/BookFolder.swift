import Foundation

/// Paths of a book as the user gives them.
enum BookFolder {
  /// The path from the root, without `.` and `..`.
  static func absolute(_ path: String) -> String {
    let url = URL(
      fileURLWithPath: path,
      relativeTo: URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true))
    let text = url.standardizedFileURL.path
    return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// Makes sure that there is a book, before anything is created in the folder.
  static func check(_ folder: String) throws(Diagnostic) {
    guard Files.isFolder(folder) else {
      throw Diagnostic(
        rule: "no-book", "There is no folder \(folder).",
        hint: "Name the folder that holds chapters/.")
    }
    guard Files.isFolder(folder + "/chapters") else {
      throw Diagnostic(
        rule: "no-chapters", "\(folder) holds no folder chapters/, so there is no book.",
        hint: "Run regbook in the book's folder, or name it: `regbook build --folder FOLDER`.")
    }
  }
}
