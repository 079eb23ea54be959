import Foundation

/// The folders that inotify watches: `chapters/`, all below it, and the book's own folder, where
/// `chapters/` may come and go.
struct WatchedFolders {
  let file: CInt
  let book: String
  private var paths: [CInt: String] = [:]

  /// A file counts when it is whole, not at each of its bytes.
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR)

  init(file: CInt, book: String) {
    self.file = file
    self.book = book
  }

  /// Watches what is there now and nothing else. Folders behind links are outside of the book.
  mutating func update() {
    var present: [CInt: String] = [:]
    watch(book, &present)
    let chapters = Files.resolved(book + "/chapters") ?? book + "/chapters"
    watch(chapters, &present)
    if let names = FileManager.default.enumerator(atPath: chapters) {
      for case let name as String in names where Self.isFolder("\(chapters)/\(name)") {
        watch("\(chapters)/\(name)", &present)
      }
    }
    for old in paths.keys where present[old] == nil { inotify_rm_watch(file, old) }
    paths = present
  }

  private func watch(_ path: String, _ present: inout [CInt: String]) {
    // The same folder has the same number each time.
    let number = inotify_add_watch(file, path, Self.events)
    if number >= 0 { present[number] = path }
  }

  /// Takes the events that wait: whether files changed, and whether folders came or went.
  func readEvents() -> (files: Bool, folders: Bool) {
    var seen = (files: false, folders: false)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(file, &buffer, buffer.count), count > 0 {
      var offset = 0
      while offset < count {
        let event = buffer.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        }
        let start = offset + MemoryLayout<inotify_event>.size
        let name = String(
          decoding: buffer[start..<start + Int(event.len)].prefix { $0 != 0 }, as: UTF8.self)
        offset = start + Int(event.len)
        note(event, name, &seen)
      }
    }
    return seen
  }

  private func note(
    _ event: inotify_event, _ name: String, _ seen: inout (files: Bool, folders: Bool)
  ) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      // Events were lost; anything may have happened.
      seen = (true, true)
    } else if paths[event.wd] == book, name != "chapters" {
      return
    } else if event.mask & UInt32(IN_ISDIR) != 0 || name == "chapters" {
      seen.folders = true
    } else if event.mask & UInt32(IN_IGNORED) == 0, !Self.isScratch(name) {
      seen.files = true
    }
  }

  /// Files that editors keep for themselves.
  private static func isScratch(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#")
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
