import Foundation

extension Doctor {
  var book: DoctorFinding {
    guard Files.isFolder(folder) else {
      return DoctorFinding(
        .bad, "book", "There is no folder \(folder).", hint: "Name the folder that holds chapters/."
      )
    }
    guard Files.isFolder(folder + "/chapters") else {
      return DoctorFinding(
        .note, "book", "\(folder) holds no chapters/, so there is nothing to build here.",
        hint: "Begin a book with: regbook init")
    }
    let (book, mistakes) = BookLoader.load(folder: folder)
    let errors = mistakes.count { $0.severity == .error }
    let count = book.chapters.count
    let found = "\(folder): \(count) chapter\(count == 1 ? "" : "s")"
    return errors == 0
      ? DoctorFinding(.ok, "book", found)
      : DoctorFinding(
        .note, "book", found + ", \(errors) mistake\(errors == 1 ? "" : "s")",
        hint: "See them with: regbook inspect")
  }

  /// Whether the cache, the site and temporary files can be written.
  var writing: DoctorFinding {
    let workspace = Workspace(book: folder)
    let cache = Files.exists(workspace.folder) ? workspace.folder : folder
    let places = [cache, NSTemporaryDirectory()]
    for path in places where access(path, W_OK | X_OK) != 0 {
      return DoctorFinding(
        .bad, "writing", "\(path) cannot be written.",
        hint: "Make it writable for you: chmod u+w \(path)")
    }
    if let obstacle = OutputFolder(folder + "/output", workspace: workspace).obstacle() {
      return DoctorFinding("writing", obstacle)
    }
    return DoctorFinding(.ok, "writing", "\(cache) and \(folder)/output")
  }
}
