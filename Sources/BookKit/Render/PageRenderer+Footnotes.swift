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

  /// A block and, directly after it, the notes that it is the first to refer to: beside it where the
  /// page is wide. A note may refer to another.
  func noted(_ render: () throws -> HTML) throws -> HTML {
    var next = footnoteOrder.count
    let block = try render()
    var notes: [HTML] = []
    while next < footnoteOrder.count {
      let label = footnoteOrder[next]
      next += 1
      guard let (content, span) = footnotes[label] else { continue }
      let number = HTML.tag("span", ["class": "number", "aria-hidden": "true"], HTML("\(next)"))
      let back = HTML.tag(
        "a", ["href": "#note-\(label)-mark", "aria-label": "Back to the text"], HTML("↩"))
      notes.append(
        .tag(
          "aside",
          [
            "class": "sidenote", "role": "note", "id": "note-\(label)",
            "aria-label": "Note \(next)",
          ],
          number + HTML(" ") + (try inlines(content, in: InlineContext(span: span))) + HTML(" ")
            + back))
    }
    guard !notes.isEmpty else { return block }
    let beside = HTML.tag("div", ["class": "sidenotes"], notes.joined("\n"))
    return .tag("div", ["class": "noted"], block + HTML("\n") + beside)
  }
}
