import Foundation

/// Reads a whole book.
public enum BookLoader {
  /// Whether a file or folder can be one of the book's: hidden ones, those that begin with `_` and
  /// `README.md`, however written, which is for those who look at the source, are not.
  static func isOfBook(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasPrefix("_") && name.lowercased() != "readme.md"
  }

  /// Whether a file is Markdown by a name that makes it no chapter: `notes.markdown`, `notes.MD`.
  static func isAlmostChapter(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".md", ".markdown", ".mdown", ".mkd"].contains(where: name.hasSuffix)
      && !name.hasPrefix("readme.")
  }

  /// Reads `chapters/*.md` and `chapters/PART/*.md` under a book's folder. Drafts are read like the
  /// others; `draft` is in their front matter.
  public static func load(folder: String) -> (book: Book, diagnostics: [Diagnostic]) {
    var reader = BookReader(folder: folder)
    return (reader.read(), reader.mistakes.sortedByPlace)
  }
}

/// Reads the files of a book, then parses its chapters, several at a time.
private struct BookReader {
  let folder: String
  var mistakes: [Diagnostic] = []
  /// The chapters before they are parsed.
  private var sources: [(path: String, bytes: [UInt8])] = []
  /// Each experiment's id and where it is, in reading order.
  private var experiments: [(id: String, path: String, span: SourceSpan)] = []
  private var hasChapters = false

  /// What a chapter may have: a novel has one or two million.
  private static let maximumBytes = 8 << 20

  init(folder: String) { self.folder = folder.isEmpty ? "." : folder }

  mutating func read() -> Book {
    guard let names = entries(of: "chapters") else {
      mistakes.append(
        Diagnostic(
          rule: "no-chapters", "There is no readable folder “chapters” here.",
          hint: "Run regbook in the book's folder, the one that holds chapters/. "
            + "In a clone of the book, “make book” does it."))
      return Book(parts: [])
    }
    var found = [files(of: "", names: names)]
    for name in names where name != "data" && name != "theme" && isFolder("chapters/\(name)") {
      guard isNamed("chapters/\(name)"), isInside("chapters/\(name)") else { continue }
      guard let files = entries(of: "chapters/\(name)") else {
        mistakes.append(unreadable("chapters/\(name)"))
        continue
      }
      found.append(self.files(of: name, names: files))
      warnAboutDeepChapters(in: "chapters/\(name)", files)
    }
    checkLinks(names)
    if !hasChapters {
      mistakes.append(
        Diagnostic(
          rule: "no-chapters", "The folder “chapters” holds no chapter.",
          hint: "Add a Markdown file, for example chapters/01-first.md."))
    }
    let parsed = parsedSources()
    let parts = found.map { part($0, parsed) }
    reportDuplicates()
    let hasLedger = names.contains("claims.yaml")
    var book = Book(
      parts: parts.filter { $0.index != nil || !$0.chapters.isEmpty },
      ledger: hasLedger ? ledger() : nil)
    book.isLedgerBroken = hasLedger && book.ledger == nil
    for chapter in parsed { book.sourceHashes[chapter.chapter.path] = chapter.hash }
    return book
  }

  /// The ledger; nil where it has mistakes, which would only bring others with them.
  private mutating func ledger() -> Ledger? {
    guard isInside(Ledger.path) else { return nil }
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(Ledger.path)") else {
      mistakes.append(unreadable(Ledger.path))
      return nil
    }
    let (source, reserved) = SourceText.decode(Array(data), path: Ledger.path)
    let reader = LedgerReader(source)
    let found = reserved.isEmpty ? reader.mistakes : reserved
    mistakes += found
    return found.isEmpty ? Ledger(entries: reader.entries) : nil
  }

  /// A part's folder, and its chapters' places among the sources.
  private struct PartFiles {
    var folder: String
    var index: Int?
    var chapters: [Int] = []
  }

  private mutating func files(of name: String, names: [String]) -> PartFiles {
    var part = PartFiles(folder: name)
    let prefix = name.isEmpty ? "chapters/" : "chapters/\(name)/"
    for file in names where BookLoader.isAlmostChapter(file) && !isFolder(prefix + file) {
      guard file.hasSuffix(".md") else {
        warnAboutName(prefix + file)
        continue
      }
      guard let bytes = source(prefix + file) else { continue }
      sources.append((prefix + file, bytes))
      if file == "index.md" {
        part.index = sources.count - 1
      } else {
        part.chapters.append(sources.count - 1)
      }
    }
    return part
  }

  private func parsedSources() -> [ParsedChapter] {
    let sources = sources
    return concurrentMap(sources.count) { ParsedChapter(sources[$0].bytes, path: sources[$0].path) }
  }

  /// The part with its chapters. Its index comes first, so that “the second” of two equal ids is the
  /// later one.
  private mutating func part(_ files: PartFiles, _ parsed: [ParsedChapter]) -> Part {
    for chapter in ([files.index].compactMap(\.self) + files.chapters).map({ parsed[$0] }) {
      mistakes += chapter.mistakes
      experiments += chapter.experimentIDs.map { ($0.id, chapter.chapter.path, $0.span) }
    }
    return Part(
      folder: files.folder, index: files.index.map { parsed[$0].chapter },
      chapters: files.chapters.map { parsed[$0].chapter })
  }

  private mutating func source(_ path: String) -> [UInt8]? {
    hasChapters = true
    guard isNamed(path), isInside(path) else { return nil }
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
      mistakes.append(unreadable(path))
      return nil
    }
    guard data.count <= Self.maximumBytes else {
      mistakes.append(tooLarge(path, data.count))
      return nil
    }
    return Array(data)
  }

  private mutating func reportDuplicates() {
    var first: [String: Int] = [:]
    for (index, experiment) in experiments.enumerated() {
      guard let earlier = first[experiment.id] else {
        first[experiment.id] = index
        continue
      }
      let place = "\(experiments[earlier].path):\(experiments[earlier].span.line)"
      mistakes.append(
        Diagnostic(
          rule: "duplicate-experiment",
          "There are two experiments “\(experiment.id)”; the first is at \(place).",
          hint: "Give this one another id: an id is unique in the book.",
          path: experiment.path, span: experiment.span))
    }
  }
}

// MARK: - The file system

extension BookReader {
  /// The names in a folder in reading order, without those of no chapter; nil where it cannot be read.
  private func entries(of path: String) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)")
    else { return nil }
    return names.filter(BookLoader.isOfBook).sorted(by: ReadingOrder.precedes)
  }

  /// Whether a name can stand in messages, in addresses and in what the compiler is told; reports it
  /// if not.
  private mutating func isNamed(_ path: String) -> Bool {
    if path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) { return true }
    mistakes.append(
      Diagnostic(
        rule: "bad-file-name",
        "The name of this file or folder holds a line end or another control character.",
        hint: "Rename it.", path: path))
    return false
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether a path stays in the book's folder when its symbolic links are followed; reports it if not.
  private mutating func isInside(_ path: String) -> Bool {
    func resolved(_ path: String) -> String? {
      guard let pointer = realpath(path, nil) else { return nil }
      defer { free(pointer) }
      return String(cString: pointer)
    }
    // A path that leads nowhere is reported as unreadable.
    guard let root = resolved(folder), let target = resolved("\(folder)/\(path)") else {
      return true
    }
    if target.hasPrefix(root == "/" ? root : root + "/") { return true }
    mistakes.append(
      Diagnostic(
        rule: "outside-book", "This is a symbolic link that leads out of the book's folder.",
        hint: "Copy what it points to into the book: a book must be complete in itself.",
        path: path))
    return false
  }

  /// Reports links that lead nowhere, and data that lies outside.
  private mutating func checkLinks(_ names: [String]) {
    for name in names where !name.hasSuffix(".md") {
      let path = "chapters/\(name)"
      if !FileManager.default.fileExists(atPath: "\(folder)/\(path)") {
        mistakes.append(unreadable(path))
      }
    }
    guard names.contains("data"), isInside("chapters/data") else { return }
    let files = FileManager.default.enumerator(atPath: "\(folder)/chapters/data")
    for file in (files?.compactMap { $0 as? String } ?? []).sorted() {
      _ = isInside("chapters/data/\(file)")
    }
  }

  private func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      rule: "unreadable-file", "This cannot be read.",
      hint: "Check that it exists and that you have permission to read it.", path: path)
  }

  private func tooLarge(_ path: String, _ size: Int) -> Diagnostic {
    Diagnostic(
      rule: "file-too-large",
      "This file has \(size >> 20) MiB; a chapter has at most \(Self.maximumBytes >> 20).",
      hint: "Put data under chapters/data/, or split the chapter.", path: path)
  }

  private mutating func warnAboutName(_ path: String) {
    guard isNamed(path) else { return }
    let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    mistakes.append(
      Diagnostic(
        .warning, rule: "chapter-name",
        "This file is not part of the book: a chapter's name ends in “.md”.",
        hint: "Name it \(name).md, or begin its name with _ to keep it out.", path: path))
  }

  private mutating func warnAboutDeepChapters(in path: String, _ names: [String]) {
    for name in names where isFolder("\(path)/\(name)") {
      guard let inner = entries(of: "\(path)/\(name)")?.first(where: { $0.hasSuffix(".md") }) else {
        continue
      }
      mistakes.append(
        Diagnostic(
          .warning, rule: "chapter-too-deep",
          "This file is not part of the book: it lies in a folder inside a part.",
          hint: "Move it to chapters/ or to a part's folder.", path: "\(path)/\(name)/\(inner)"))
    }
  }
}
