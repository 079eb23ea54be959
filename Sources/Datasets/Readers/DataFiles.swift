import Foundation
import Numerics
import Results
import Synchronization

/// The data files of a book: where they lie, and which of them were read, so that a changed file
/// runs its experiments again.
public enum DataFiles {
  private struct State {
    var folder = "."
    var read: [InputFile] = []
  }
  private static let state = Mutex(State())

  /// The folder that paths are relative to, the one that holds `chapters/`. The current folder by
  /// default.
  public static var folder: String {
    get { state.withLock { $0.folder } }
    set { state.withLock { $0.folder = newValue } }
  }

  /// The files read so far, by path.
  public static var inputs: [InputFile] {
    state.withLock { $0.read.sorted { $0.path < $1.path } }
  }

  /// The bytes of a file.
  ///
  /// - Parameter path: Relative to the book's folder: `chapters/data/digits.csv`. Other places are
  ///   refused: a book carries its data.
  public static func bytes(_ path: String) -> [UInt8] {
    require(
      !path.hasPrefix("/") && !path.split(separator: "/").contains(".."),
      "data files are named relative to the book's folder, such as chapters/data/digits.csv, not \(path)"
    )
    guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
      refuse(
        "there is no data file \(path) in the book's folder; a book carries its data: copy the file there"
      )
    }
    let bytes = [UInt8](data)
    let input = InputFile(path: path, sha256: Fingerprint.of(bytes))
    state.withLock { if !$0.read.contains(input) { $0.read.append(input) } }
    return bytes
  }

  /// The contents of a file: its bytes, expanded where they are gzip's.
  ///
  /// - Parameters:
  ///   - path: As in `bytes`.
  ///   - limit: How many bytes a gzip file may expand to; 256 MiB by default.
  public static func contents(_ path: String, limit: Int = 1 << 28) -> [UInt8] {
    let bytes = bytes(path)
    return Gzip.isMagic(bytes) ? Gzip.expanded(bytes, path: path, limit: limit) : bytes
  }

  /// The text of a file's bytes, without a byte order mark.
  static func text(_ bytes: [UInt8], _ path: String) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let rest = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: rest, as: UTF8.self) else {
      refuse("\(path) is not UTF-8 text")
    }
    return text
  }
}
