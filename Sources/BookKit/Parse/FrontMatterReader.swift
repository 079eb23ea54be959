import Yams

/// Reads the YAML between the two `---` lines at the top of a chapter.
struct FrontMatterReader {
  private(set) var frontMatter = FrontMatter()
  private(set) var mistakes: [Diagnostic] = []
  /// The first byte after the front matter: 0 where there is none.
  private(set) var end = 0

  private let source: SourceText
  private static let keys = [
    "title", "summary", "article", "language", "draft", "optimize", "rawHTML",
  ]

  init(_ source: SourceText) {
    self.source = source
    guard isFence(0) else { return }
    guard let closing = (1..<source.lineCount).first(where: isFence) else {
      mistakes.append(
        source.error(
          "unclosed-front-matter", at: source.line(0),
          "The front matter begins here and is never closed.",
          hint: "End it with a line that holds only ---. For a thematic break, write ***."))
      return
    }
    end = closing + 1 < source.lineCount ? source.lineStarts[closing + 1] : source.bytes.count
    read(yaml: source.text(source.line(0).upperBound..<source.lineStarts[closing]))
  }

  private func isFence(_ line: Int) -> Bool {
    let bytes = source.bytes[source.line(line)]
    return bytes.starts(with: [.dash, .dash, .dash]) && bytes.dropFirst(3).isBlankLine
  }

  private mutating func read(yaml: String) {
    do {
      // The YAML begins at the end of line 1, so its line numbers are the file's.
      guard let root = try Yams.compose(yaml: yaml) else { return }
      guard let mapping = root.mapping else {
        if root.scalar?.string == "" { return }
        mistakes.append(
          source.error(
            "bad-front-matter", at: source.range(at: root.mark),
            "The front matter should be lines of “key: value”.",
            hint: "For example: title: What the L1 norm does"))
        return
      }
      for (key, value) in mapping { read(key: key, value: value) }
    } catch {
      report(error)
    }
  }

  private mutating func read(key: Node, value: Node) {
    let name = key.string ?? ""
    switch name {
    case "title": frontMatter.title = string(name, key, value)
    case "summary": frontMatter.summary = string(name, key, value)
    case "article": frontMatter.article = string(name, key, value)
    case "language": frontMatter.language = languageTag(name, key, value)
    case "draft": frontMatter.draft = flag(name, value)
    case "optimize": frontMatter.optimize = flag(name, value)
    case "rawHTML": frontMatter.rawHTML = flag(name, value)
    default:
      let nearest = NearestName.suggestions(for: name, among: Self.keys).first
      mistakes.append(
        source.error(
          "unknown-front-matter-key", at: source.range(at: key.mark, length: name.count),
          "There is no front matter key “\(name)”.",
          hint: (nearest.map { "Did you mean “\($0)”? " } ?? "")
            + "The keys are \(Self.keys.joined(separator: ", "))."))
    }
  }

  private mutating func string(_ name: String, _ key: Node, _ value: Node) -> String? {
    if let scalar = value.scalar, value.null == nil, !scalar.string.isEmpty {
      return scalar.string
    }
    let found = value.scalar == nil ? "it is a list or mapping" : "it has no value"
    mistakes.append(
      source.error(
        "bad-front-matter-value", at: source.range(at: key.mark, length: name.count),
        "The front matter's “\(name)” should be text, but \(found).",
        hint:
          "Write “\(name): some words”, or leave the line out. Text that holds a colon needs quotes."
      ))
    return nil
  }

  /// `zh-Hans`: subtags of letters and digits, the first of letters.
  private mutating func languageTag(_ name: String, _ key: Node, _ value: Node) -> String? {
    guard let tag = string(name, key, value) else { return nil }
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = subtags.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    if isTag, let first = subtags.first, (2...3).contains(first.count), first.allSatisfy(\.isLetter)
    {
      return tag
    }
    mistakes.append(
      source.error(
        "bad-front-matter-value", at: source.range(at: value.mark, length: tag.count),
        "The front matter's “\(name)” should be a language's tag, but it is “\(tag)”.",
        hint: "For example: language: zh-Hans, language: ja, language: de"))
    return nil
  }

  private mutating func flag(_ name: String, _ value: Node) -> Bool {
    // YAML 1.1 also reads yes, on and y as true.
    if let scalar = value.scalar, scalar.style == .plain || scalar.style == .any,
      let flag = value.bool
    {
      return flag
    }
    let found = value.scalar.map { "“\($0.string)”" } ?? "a list or mapping"
    mistakes.append(
      source.error(
        "bad-front-matter-value",
        at: source.range(at: value.mark, length: value.scalar?.string.count ?? 1),
        "The front matter's “\(name)” should be true or false, but it is \(found)."))
    return false
  }

  private mutating func report(_ error: any Error) {
    let mistake = YAMLMistake(error)
    let repeated = mistake.repeatedKey.flatMap(lastPlace)
    mistakes.append(
      source.error(
        "bad-front-matter", at: repeated ?? source.range(at: mistake.mark),
        "The front matter is not valid YAML: \(mistake.problem).",
        hint:
          "It should be lines of “key: value”; text that holds “: ” or begins with a sign needs quotes."
      ))
  }

  /// The key on the last line that begins with it: the one too many.
  private func lastPlace(of key: String) -> Range<Int>? {
    (0..<source.lineIndex(of: max(0, end - 1))).map(source.line)
      .last { source.text($0).hasPrefix(key + ":") }
      .map { $0.lowerBound..<$0.lowerBound + key.utf8.count }
  }
}
