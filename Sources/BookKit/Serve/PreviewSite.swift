import Synchronization

/// Answers requests: files of the output folder, with the script in pages, and the events.
final class PreviewSite: Sendable {
  private let folder: ServedFolder
  private let script: PreviewScript
  private let current: Mutex<PreviewState>

  init(output: String, script: PreviewScript) {
    folder = ServedFolder(path: output)
    self.script = script
    current = Mutex(PreviewState(revision: folder.stamp))
  }

  /// What open pages are told.
  var state: PreviewState { current.withLock { $0 } }

  /// A build begins.
  func begin() { current.withLock { $0.isBuilding = true } }

  /// A build has ended with these mistakes.
  func end(_ mistakes: [PreviewState.Mistake]) {
    let revision = folder.stamp
    current.withLock { $0 = PreviewState(revision: revision, mistakes: mistakes) }
  }

  /// The answer to a request.
  func answer(_ request: HTTPRequest) -> HTTPAnswer {
    guard LoopbackName.isNamed(by: request.host) else { return .response(.refusal(.forbidden)) }
    guard ["GET", "HEAD"].contains(request.method) else {
      return .response(.refusal(.methodNotAllowed, headers: ["Allow: GET, HEAD"]))
    }
    guard let path = RequestPath(target: request.target) else {
      return .response(.refusal(.badRequest))
    }
    if path.names.first == PreviewScript.folder { return ownFile(path.names.dropFirst()) }
    return .response(file(path))
  }

  private func ownFile(_ names: ArraySlice<String>) -> HTTPAnswer {
    switch Array(names) {
    case ["events"]: .events(state.event)
    case ["preview.js"]:
      .response(HTTPResponse(type: ContentType.of("preview.js"), body: script.code))
    case ["preview.css"]:
      .response(HTTPResponse(type: ContentType.of("preview.css"), body: script.style))
    default: .response(.refusal(.notFound))
    }
  }

  private func file(_ path: RequestPath) -> HTTPResponse {
    let names = path.names + (path.isFolder ? ["index.html"] : [])
    // Taken first: a page that is newer than its revision is loaded once too often, not too seldom.
    let revision = state.revision
    let type = ContentType.of(names.last ?? "")
    switch folder.entry(names) {
    case .file(let bytes):
      let isPage = type.hasPrefix("text/html")
      return HTTPResponse(
        type: type, body: isPage ? PreviewScript.inject(into: bytes, revision: revision) : bytes)
    case .folder where !path.isFolder:
      return .refusal(.movedPermanently, headers: ["Location: \(path.text)/"])
    default:
      return type.hasPrefix("text/html") ? missingPage(revision) : .refusal(.notFound)
    }
  }

  /// A page all the same: it shows what is wrong, and gives way to the real one once that is there.
  private func missingPage(_ revision: String) -> HTTPResponse {
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
      <title>No such page</title></head>
      <body style="font: 1.1rem/1.5 sans-serif; margin: 3rem">
      <p>The book has no such page yet. <a href="/">Its first page</a></p>
      </body>
      </html>

      """
    return HTTPResponse(
      status: .notFound, type: ContentType.of("missing.html"),
      body: PreviewScript.inject(into: Array(page.utf8), revision: revision))
  }
}
