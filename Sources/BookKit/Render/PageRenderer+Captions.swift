import Results

extension PageRenderer {
  /// `Figure 1.3.1` as a link to itself, then the sentence with its values.
  func caption(_ sentence: String, _ exhibit: Exhibit, at span: SourceSpan) -> HTML {
    let words = CaptionPieces(sentence, at: span).pieces.map { piece in
      switch piece {
      case .words(let words): HTML(NumberWords.set(words))
      case .value(let reference): value(reference, in: InlineContext(span: span))
      }
    }.joined()
    return .tag("a", ["class": "number", "href": "#\(exhibit.anchor)"], HTML("\(exhibit.label)."))
      + HTML(" ") + words
  }

  /// A caption in words without markup.
  func plainCaption(_ sentence: String) -> String {
    CaptionPieces(sentence, at: SourceSpan(line: 1, column: 1)).pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let reference): spell(reference)
      }
    }.joined()
  }

  /// Where an experiment said something.
  func place(of location: BlockLocation, in experiment: String) -> SourceSpan {
    let fence = book.place(of: experiment)?.span ?? SourceSpan(line: 1, column: 1)
    return SourceSpan(
      line: fence.line + location.line, column: fence.column - 1 + location.column)
  }
}

/// A caption, which is text that never passed the Markdown parser, cut at the values in it.
private struct CaptionPieces {
  enum Piece {
    case words(String)
    case value(ValueReference)
  }

  private(set) var pieces: [Piece] = []

  init(_ text: String, at span: SourceSpan) {
    var rest = text[...]
    while rest.contains("{{"), let match = rest.firstMatch(of: #/\{\{([^{}]*)\}\}/#) {
      guard let value = ValueSyntax(Array(match.1.utf8)[...]) else {
        pieces.append(.words(String(rest[..<match.range.upperBound])))
        rest = rest[match.range.upperBound...]
        continue
      }
      pieces.append(.words(String(rest[..<match.range.lowerBound])))
      pieces.append(
        .value(
          ValueReference(
            experiment: value.experiment, name: value.name, format: value.format,
            source: String(match.0), span: span)))
      rest = rest[match.range.upperBound...]
    }
    pieces.append(.words(String(rest)))
  }
}
