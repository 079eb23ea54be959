import BookKit
import Foundation
import Testing

struct ParseLoaderTests {
  /// A book's folder that is deleted at the end.
  private final class Folder {
    let path = NSTemporaryDirectory() + "regbook-\(UUID().uuidString)"

    init(_ files: [String: String]) throws {
      for (name, text) in files {
        let location = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
          at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: location)
      }
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test func readingOrder() throws {
    let names = [
      "chapters/10-z.md", "chapters/2-y.md", "chapters/preface.md", "chapters/index.md",
      "chapters/10-part/2-b.md", "chapters/10-part/10-c.md", "chapters/10-part/index.md",
      "chapters/2-part/1-a.md", "chapters/data/readme.md", "chapters/theme/x.md",
      "chapters/.git/a.md",
      "chapters/2-part/.hidden.md", "chapters/2-part/notes.txt",
      "chapters/3-empty/x.png",
    ]
    let folder = try Folder(Dictionary(uniqueKeysWithValues: names.map { ($0, "# T\n\ntext\n") }))
    let (book, diagnostics) = BookLoader.load(folder: folder.path)
    #expect(diagnostics == [])
    #expect(
      book.chapters.map(\.path) == [
        "chapters/index.md", "chapters/2-y.md", "chapters/10-z.md", "chapters/preface.md",
        "chapters/2-part/1-a.md", "chapters/10-part/index.md", "chapters/10-part/2-b.md",
        "chapters/10-part/10-c.md",
      ])
    #expect(book.parts.map(\.folder) == ["", "2-part", "10-part"])
  }

  @Test(arguments: [["readme.txt"], ["chapters/data/a.md"], ["chapters/1-a/b/c.md"]])
  func noChapters(files: [String]) throws {
    let folder = try Folder(Dictionary(uniqueKeysWithValues: files.map { ($0, "# T\n\ntext\n") }))
    let (book, diagnostics) = BookLoader.load(folder: folder.path)
    #expect(book.parts == [])
    #expect(diagnostics.filter { $0.severity == .error }.map(\.rule) == ["no-chapters"])
  }

  @Test func duplicateExperiments() throws {
    let text = "# T\n\n```swift  experiment  same-id\nlet a = 1\n```\n"
    let folder = try Folder(["chapters/2-b.md": text, "chapters/10-a.md": text])
    let (_, diagnostics) = BookLoader.load(folder: folder.path)
    #expect(diagnostics.map(\.summary) == ["duplicate-experiment 3:23"])
    #expect(diagnostics.first?.path == "chapters/10-a.md")
    #expect(diagnostics.first?.message.contains("chapters/2-b.md:3") == true)
  }

  @Test func linksAndDeepFiles() throws {
    let folder = try Folder([
      "chapters/1-a.md": "# T\n\ntext\n", "chapters/p/1-b.md": "# T\n\ntext\n",
      "chapters/p/deep/1-c.md": "# T\n\ntext\n",
    ])
    let chapters = folder.path + "/chapters"
    try FileManager.default.createSymbolicLink(
      atPath: chapters + "/2-in.md", withDestinationPath: "1-a.md")
    try FileManager.default.createSymbolicLink(
      atPath: chapters + "/3-out.md", withDestinationPath: "/etc/passwd")
    try FileManager.default.createSymbolicLink(
      atPath: chapters + "/4-gone.md", withDestinationPath: "nothing.md")
    try FileManager.default.createSymbolicLink(
      atPath: chapters + "/5-out", withDestinationPath: "/etc")
    let (book, diagnostics) = BookLoader.load(folder: folder.path)
    #expect(
      book.chapters.map(\.path) == ["chapters/1-a.md", "chapters/2-in.md", "chapters/p/1-b.md"])
    #expect(
      diagnostics.map { "\($0.path ?? "") \($0.rule)" } == [
        "chapters/3-out.md outside-book", "chapters/4-gone.md unreadable-file",
        "chapters/5-out outside-book", "chapters/p/deep/1-c.md chapter-too-deep",
      ])
  }

  @Test func whatIsNoChapter() throws {
    let folder = try Folder([
      "chapters/1-a.md": "# T\n\ntext\n", "chapters/README.md": "of the folder",
      "chapters/_notes.md": "of mine", "chapters/p/_b.md": "too", "chapters/p/README.md": "too",
      "chapters/_old/1-c.md": "too", "chapters/.hidden.md": "too",
    ])
    let (book, diagnostics) = BookLoader.load(folder: folder.path)
    #expect(book.chapters.map(\.path) == ["chapters/1-a.md"])
    #expect(diagnostics == [])
  }

  @Test func namesThatAreAlmostChapters() throws {
    let folder = try Folder([
      "chapters/1-a.md": "# T\n\ntext\n", "chapters/2-b.markdown": "b", "chapters/p/3-c.MD": "c",
      "chapters/readme.md": "of the folder", "chapters/p/Readme.MD": "of the part",
      "chapters/_4.markdown": "of mine", "chapters/notes.txt": "d", "chapters/data/5.MD": "e",
    ])
    let (book, diagnostics) = BookLoader.load(folder: folder.path)
    #expect(book.chapters.map(\.path) == ["chapters/1-a.md"])
    #expect(
      diagnostics.map { "\($0.path ?? "") \($0.rule)" } == [
        "chapters/2-b.markdown chapter-name", "chapters/p/3-c.MD chapter-name",
      ])
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      diagnostics.first?.hint == "Name it 2-b.md, or begin its name with _ to keep it out.")
  }

  @Test func draftsAreLoaded() throws {
    let folder = try Folder(["chapters/1.md": "---\ntitle: T\ndraft: true\n---\ntext\n"])
    let (book, diagnostics) = BookLoader.load(folder: folder.path)
    #expect(diagnostics == [])
    #expect(book.chapters.map(\.frontMatter.draft) == [true])
    let copy = try JSONDecoder().decode(Book.self, from: JSONEncoder().encode(book))
    #expect(copy.parts == book.parts)
  }
}
