import Foundation

/// A new chapter in a book, for `regbook new`.
public struct NewChapter: Sendable {
  private let folder: String
  private let title: String
  private let part: String?

  /// A chapter with this title at the end of a part: a folder under `chapters/`, by default the last.
  public init(folder: String, title: String, part: String? = nil) {
    self.folder = BookFolder.absolute(folder)
    self.title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.part = part
  }

  /// Writes the chapter and returns its path relative to the book's folder.
  public func write() throws -> String {
    try BookFolder.check(folder)
    guard title.contains(where: { $0.isLetter || $0.isNumber }),
      title.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw Diagnostic(
        rule: "empty-title", "A chapter needs a title of visible letters.",
        hint: "For example: regbook new \"Dropout as an ensemble\"")
    }
    let (book, _) = BookLoader.load(folder: folder)
    let place = try folder(of: book)
    let slug = Slug.name(forTitle: title)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(place)")) ?? []
    for name in names where Self.slug(of: name) == slug {
      throw Diagnostic(
        rule: "file-exists", "There is already a chapter of this name.",
        hint: "Edit it, or choose another title.", path: "\(place)/\(name)")
    }
    let number = (names.compactMap(Self.number).max() ?? 0) + 1
    let path = "\(place)/\(number < 10 ? "0" : "")\(number)-\(slug).md"
    let ids = Set(book.chapters.flatMap { $0.codeBlocks.experiments.map(\.id) })
    let template = ChapterTemplate(title: title, id: Slug.unused(slug, besides: ids))
    try NewFile.write(template.text, to: path, in: folder)
    return path
  }

  /// The folder of the part, relative to the book's.
  private func folder(of book: Book) throws -> String {
    let parts = book.parts.map(\.folder).filter { !$0.isEmpty }
    guard let part else { return parts.last.map { "chapters/\($0)" } ?? "chapters" }
    let isName = !part.isEmpty && !part.contains("/") && !part.hasPrefix(".")
    if isName, part != "data", part != "theme", Files.isFolder("\(folder)/chapters/\(part)") {
      return "chapters/\(part)"
    }
    // A misspelt name must not begin a part.
    let near = NearestName.suggestions(for: part, among: parts)
    throw Diagnostic(
      rule: "unknown-part", "There is no part “\(part)” in this book.",
      hint: near.isEmpty
        ? "The parts are the folders under chapters/. For a new one: mkdir chapters/NAME"
        : "Did you mean \(near.joined(separator: ", "))?")
  }

  /// `07` of `07-dropout.md`
  private static func number(_ name: String) -> Int? {
    name.hasSuffix(".md") ? Int(name.prefix { $0.isASCII && $0.isNumber }) : nil
  }

  /// `dropout` of `07-dropout.md`
  private static func slug(of name: String) -> String? {
    guard name.hasSuffix(".md") else { return nil }
    return String(name.dropLast(3).drop { $0.isASCII && $0.isNumber }.drop { $0 == "-" })
  }
}
