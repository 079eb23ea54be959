import Foundation

/// Small file operations that the build repeats.
enum Files {
  /// The whole file; nil if it can't be read.
  static func read(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  /// Writes so that the file is whole or absent, even if the process is killed meanwhile.
  static func writeAtomically(_ data: Data, to path: String) throws {
    let temporary = path + ".\(getpid()).tmp"
    try data.write(to: URL(fileURLWithPath: temporary))
    guard rename(temporary, path) == 0 else {
      let error = errno
      unlink(temporary)
      throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO)
    }
  }

  /// The names in a folder, in order; none if it can't be read.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Whether there is something at the path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is a folder at the path.
  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether something can be made in a folder. Root may write anywhere, so the folder's own mode is
  /// looked at too.
  static func isWritable(_ folder: String) -> Bool {
    var info = stat()
    guard stat(folder, &info) == 0 else { return false }
    return access(folder, W_OK | X_OK) == 0 && info.st_mode & 0o222 != 0
  }

  /// How many bytes can still be written where a path is; nil if that is unknown.
  static func room(at path: String) -> Int? {
    var info = statvfs()
    guard statvfs(path, &info) == 0 else { return nil }
    return Int(info.f_bavail) * Int(info.f_frsize)
  }

  /// The path with every symbolic link followed; nil if there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// How many bytes a file has; 0 if there is none.
  static func size(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// When the file's bytes changed last, in nanoseconds; 0 if there is none.
  static func changeTime(_ path: String) -> Int {
    var info = stat()
    guard stat(path, &info) == 0 else { return 0 }
    return info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
  }

  /// Size and time of change: a new stamp means that a file may have changed.
  static func stamp(_ path: String) -> String {
    var info = stat()
    guard stat(path, &info) == 0 else { return "\(path) absent" }
    let time = info.st_mtim
    return "\(path) \(info.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }
}
