extension PageRenderer {
  /// `[^label]`: the note's number, raised. In a heading or link, which hold no other link, nothing.
  func footnoteMark(_ label: String, in context: InlineContext) -> HTML {
    guard context.allowsLinks, footnotes[label] != nil else { return HTML() }
    let number = footnoteOrder.firstIndex(of: label) ?? footnoteOrder.count
    let isFirst = number == footnoteOrder.count
    if isFirst { footnoteOrder.append(label) }
    return .tag(
      "sup", [:],
      .tag(
        "a",
        [
          "class": "note-mark", "id": isFirst ? "note-\(label)-mark" : nil,
          "href": "#note-\(label)", "aria-label": "Note \(number + 1)",
        ], HTML("\(number + 1)")))
  }

  /// The notes that the text referred to, in that order; a note may refer to another.
  func notes() throws -> HTML {
    var items: [HTML] = []
    while items.count < footnoteOrder.count {
      let label = footnoteOrder[items.count]
      guard let (content, span) = footnotes[label] else { break }
      let back = HTML.tag(
        "a", ["href": "#note-\(label)-mark", "aria-label": "Back to the text"], HTML("↩"))
      items.append(
        .tag(
          "li", ["id": "note-\(label)"],
          try inlines(content, in: InlineContext(span: span)) + HTML(" ") + back))
    }
    guard !items.isEmpty else { return HTML() }
    return .tag(
      "section", ["class": "notes", "aria-label": "Notes"],
      HTML.tag("ol", [:], items.joined("\n")))
  }
}
