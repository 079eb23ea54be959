import Foundation

/// Tells when something under `chapters/` changed, by inotify.
///
/// The burst of one save (an editor writes another file, renames it, touches it) is one change.
final class FolderWatch {
  /// A change since the last one taken, however many there were.
  let changes: AsyncStream<Void>
  private let source: any DispatchSourceRead

  /// So many microseconds after the first sign of a change the others belong to it.
  private static let burst: UInt32 = 50_000

  /// Watches `chapters/` in a book's folder, from now on.
  init(book: String) throws {
    let file = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    var watched = WatchedFolders(file: file, book: book)
    watched.update()
    let (changes, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.changes = changes
    let source = DispatchSource.makeReadSource(
      fileDescriptor: file, queue: DispatchQueue(label: "regbook.watch"))
    source.setEventHandler {
      var seen = watched.readEvents()
      guard seen.files || seen.folders else { return }
      usleep(Self.burst)
      let rest = watched.readEvents()
      seen.folders = seen.folders || rest.folders
      if seen.folders { watched.update() }
      continuation.yield()
    }
    source.setCancelHandler {
      close(file)
      continuation.finish()
    }
    source.resume()
    self.source = source
  }

  /// Ends the watch, and with it the changes.
  func stop() { source.cancel() }
}
