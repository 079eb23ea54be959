import Foundation

/// The only folder whose files are served.
struct ServedFolder: Sendable {
  /// What is at a place in it.
  enum Entry: Equatable {
    case file([UInt8])
    case folder
  }

  /// The folder, absolute.
  let path: String

  /// What is there; nil if nothing. It is opened name by name from the folder itself and no symbolic
  /// link is followed, so nothing outside can be reached, whatever the names are.
  func entry(_ names: [String]) -> Entry? {
    guard var current = openFolder() else { return nil }
    defer { close(current) }
    for (index, name) in names.enumerated() {
      // A pipe would wait for its writer.
      let next = openat(current, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard next >= 0 else { return nil }
      close(current)
      current = next
      if index < names.count - 1, Self.kind(current) != S_IFDIR { return nil }
    }
    switch Self.kind(current) {
    case S_IFDIR: return .folder
    case S_IFREG: return Self.content(current).map { .file($0) }
    default: return nil
    }
  }

  /// What a finished build changes: a build that changed nothing leaves the folder alone.
  var stamp: String {
    var info = stat()
    guard stat(path, &info) == 0 else { return "none" }
    return "\(info.st_ino)-\(info.st_ctim.tv_sec)-\(info.st_ctim.tv_nsec)"
  }

  private func openFolder() -> CInt? {
    // Between the two renames of a build that ends there is no folder for a moment.
    for _ in 0..<20 {
      let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if folder >= 0 { return folder }
      guard errno == ENOENT, Files.exists((path as NSString).deletingLastPathComponent) else {
        return nil
      }
      usleep(1000)
    }
    return nil
  }

  private static func kind(_ file: CInt) -> mode_t {
    var info = stat()
    return fstat(file, &info) == 0 ? info.st_mode & S_IFMT : 0
  }

  private static func content(_ file: CInt) -> [UInt8]? {
    var info = stat()
    guard fstat(file, &info) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0 { return nil }
      if count == 0 { break }
      filled += count
    }
    return Array(bytes.prefix(filled))
  }
}
