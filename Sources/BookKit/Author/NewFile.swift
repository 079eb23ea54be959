import Foundation

/// Writes files that must not exist yet.
enum NewFile {
  /// Writes a file with its folders; it is whole or absent, and an existing one stays as it is.
  static func write(_ text: String, to path: String, in folder: String) throws {
    let full = "\(folder)/\(path)"
    let parent = (full as NSString).deletingLastPathComponent
    let temporary = "\(parent)/.\(getpid()).new"
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: temporary))
    } catch {
      unlink(temporary)
      throw notWritable(full)
    }
    defer { unlink(temporary) }
    // A link, unlike a rename, never replaces what is there.
    guard link(temporary, full) == 0 else {
      throw Diagnostic(
        rule: "file-exists", "There is already a file here.", hint: "Choose another title.",
        path: path)
    }
  }

  static func notWritable(_ path: String) -> Diagnostic {
    Diagnostic(
      rule: "not-writable", "\(path) cannot be written.",
      hint: "Check that you may write there and that the disk is not full.")
  }
}
