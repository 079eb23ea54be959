import Yams

/// What is wrong with a piece of YAML, in words that may stand in a sentence.
struct YAMLMistake {
  private(set) var problem = "it cannot be read"
  private(set) var mark: Yams.Mark?
  /// The key that is there twice, where that is what is wrong.
  private(set) var repeatedKey: String?

  init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(let context, let text, let place, _),
      .parser(let context, let text, let place, _),
      .composer(let context, let text, let place, _):
      // What is never closed is best shown where it begins.
      (problem, mark) = (text, text.contains("end of stream") ? context?.mark ?? place : place)
    case .reader(let text, _, _, _): problem = text
    case .duplicatedKeysInMapping(let keys, let context):
      problem = "“\(keys.joined(separator: "”, “"))” is there twice"
      mark = context.mark
      repeatedKey = keys.first
    default: break
    }
  }
}

extension SourceText {
  /// The bytes at a mark, whose column counts Unicode scalars; the first line where there is none.
  func range(at mark: Yams.Mark?, length: Int = 1) -> Range<Int> {
    guard let mark else { return line(0) }
    let line = line(min(max(mark.line - 1, 0), lineCount - 1))
    let scalars = text(line).unicodeScalars
    let before = scalars.prefix(max(0, mark.column - 1)).reduce(0) { $0 + UTF8.width($1) }
    let word = scalars.dropFirst(max(0, mark.column - 1)).prefix(max(1, length))
    let start = min(line.lowerBound + before, line.upperBound)
    return start..<min(start + word.reduce(0) { $0 + UTF8.width($1) }, line.upperBound)
  }
}
