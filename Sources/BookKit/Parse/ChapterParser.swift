import Results

/// Reads a Markdown chapter into a value.
public enum ChapterParser {
  /// Parses one file. Always returns a chapter (as much as could be read) and every mistake found.
  public static func parse(
    _ bytes: [UInt8], path: String
  ) -> (chapter: Chapter, diagnostics: [Diagnostic]) {
    let parsed = ParsedChapter(bytes, path: path)
    return (parsed.chapter, parsed.mistakes)
  }
}

/// A chapter with what only the loader of a whole book needs.
struct ParsedChapter: Sendable {
  var chapter: Chapter
  var mistakes: [Diagnostic]
  /// The hash of the file.
  let hash: String
  /// Each experiment's id, and where it stands on its fence.
  var experimentIDs: [(id: String, span: SourceSpan)] = []

  init(_ bytes: [UInt8], path: String) {
    hash = Fingerprint.of(bytes)
    chapter = Chapter(path: path, frontMatter: FrontMatter(), blocks: [])
    let (source, reserved) = SourceText.decode(bytes, path: path)
    mistakes = reserved
    // What was not decoded, or holds the mask's own marks, would only give mistakes that are none.
    guard reserved.isEmpty else { return }

    let front = FrontMatterReader(source)
    chapter.frontMatter = front.frontMatter
    mistakes += front.mistakes
    let scan = BlockScanner.scan(source, from: front.end)
    let mask = Mask(source: source, bodyStart: front.end, runs: scan.runs)
    var builder = TreeBuilder(source: source, mask: mask, scan: scan)
    if let place = scan.tooDeep {
      builder.reportDepth(at: place)
    } else {
      chapter.blocks = builder.build()
    }
    mistakes += mask.mistakes + builder.mistakes
    experimentIDs = builder.experimentIDs.map { ($0.id, source.span($0.place)) }
    checkTitle(builder.titles, hasMistakes: !mistakes.isEmpty)
    mistakes = mistakes.sortedByPlace
  }

  private mutating func checkTitle(_ titles: [(text: String, span: SourceSpan)], hasMistakes: Bool)
  {
    let path = chapter.path
    if chapter.blocks.isEmpty {
      // A mistake may be the reason why there is nothing.
      if hasMistakes { return }
      mistakes.append(
        Diagnostic(
          rule: "empty-chapter", "The chapter has no content.",
          hint: "Write some text under the front matter, or take the file out of chapters/.",
          path: path, span: SourceSpan(line: 1, column: 1)))
      return
    }
    for title in titles.dropFirst() {
      mistakes.append(
        Diagnostic(
          .warning, rule: "second-title",
          "This is a second heading of level 1; the chapter's title is “\(chapter.frontMatter.title ?? titles[0].text)”.",
          hint: "Write ## for the sections of a chapter.", path: path, span: title.span))
    }
    let isAlreadyTold = mistakes.contains {
      $0.rule.contains("front-matter") && $0.severity == .error
    }
    if chapter.frontMatter.title == nil, titles.isEmpty, !isAlreadyTold {
      mistakes.append(
        Diagnostic(
          rule: "missing-title", "The chapter has no title.",
          hint: "Begin the file with three lines: ---, title: What it is about, ---. "
            + "Or begin the text with a heading: # What it is about",
          path: path, span: SourceSpan(line: 1, column: 1)))
    }
  }
}
