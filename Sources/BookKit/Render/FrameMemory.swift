import Results
import Synchronization

/// What lies around the texts of pages, kept in a file between builds. A page's list of all chapters is
/// most of the work of its template and hardly ever changes. Deleting the file loses only time.
final class FrameMemory: Sendable {
  /// Stands where a page's text goes: chapters cannot have it.
  static let body = "\u{0}body\u{0}"

  private let path: String?
  /// The hash of everything that all frames are made of.
  private let base: String
  private let kept: [String: String]
  private let used = Mutex<[String: String]>([:])

  /// The frames in a file; without one nothing is kept.
  ///
  /// - Parameter look: The hash of what makes pages.
  init(path: String?, look: String, book: BookIndex) {
    self.path = path
    base = path == nil ? "" : ResultKey.hash([look, book.skeleton] + book.frontMatterWords)
    kept = path.map(KeptTexts.read) ?? [:]
  }

  /// A page: its text in the frame as it was kept, or as `render` makes it with `body` for a text.
  func page(_ text: RenderedPage, path: String, render: () throws -> String) rethrows -> String {
    let parts = [base, path, text.title.text, text.hasMath ? "math" : ""]
    let key = ResultKey.hash(parts + text.sections.flatMap { [$0.anchor, $0.title] })
    let frame = try kept[key] ?? render()
    used.withLock { $0[key] = frame }
    return frame.split(separator: Self.body, omittingEmptySubsequences: false)
      .joined(separator: text.body.text)
  }

  /// Writes the frames that were used, if they are not those that were kept.
  func save() {
    guard let path else { return }
    let used = used.withLock { $0 }
    if Set(used.keys) != Set(kept.keys) { KeptTexts.write(used, to: path) }
  }
}

extension BookIndex {
  /// What a page can show of the front matter of others.
  fileprivate var frontMatterWords: [String] {
    pages.flatMap { page -> [String] in
      let matter = page.chapter.frontMatter
      return [matter.summary ?? "", matter.article ?? "", matter.language ?? ""]
    }
  }
}
