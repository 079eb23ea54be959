import Foundation
import Results

/// Tells whether anything in a folder changed, without reading the files.
struct FolderStamp {
  /// The hash of every name below the folder with its size, times and inode: no two states that differ
  /// have the same, but for changes in one tick of the file system's clock.
  private(set) var hash: String
  /// When the last of them changed, in seconds.
  private(set) var lastChange = 0.0
  /// Whether a symbolic link is among them; what it leads to is not looked at.
  private(set) var hasLinks = false

  init(_ folder: String) {
    hash = ""
    var fingerprint = Fingerprint()
    var folders = [folder]
    while let folder = folders.popLast() {
      for name in Files.names(in: folder) {
        let path = "\(folder)/\(name)"
        var info = stat()
        guard lstat(path, &info) == 0 else { continue }
        let kind = info.st_mode & S_IFMT
        hasLinks = hasLinks || kind == S_IFLNK
        if kind == S_IFDIR { folders.append(path) }
        let times = [info.st_mtim, info.st_ctim]
        lastChange = max(
          lastChange, Double(info.st_ctim.tv_sec) + Double(info.st_ctim.tv_nsec) / 1e9)
        // A folder's own times also change with what regbook puts aside beside it.
        let words = kind == S_IFDIR ? [] : times.map { "\($0.tv_sec).\($0.tv_nsec)" }
        let size = kind == S_IFDIR ? 0 : info.st_size
        fingerprint.update("\(path)\0\(kind) \(size) \(info.st_ino) \(words)\n".utf8)
      }
    }
    hash = fingerprint.hexadecimal
  }
}
