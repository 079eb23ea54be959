import Results

extension PageRenderer {
  /// A table that an experiment made.
  func table(_ table: Table, of experiment: String, as exhibit: Exhibit) -> HTML {
    shown.insert("\(experiment).\(table.name)")
    checkNames(of: table, experiment)
    let columns = table.columns.indices.map { ColumnText(table.rows, column: $0) }
    let isNumber = columns.map(\.isOfNumbers)
    let head = table.columns.enumerated().map { column, name in
      HTML.tag(
        name.isEmpty ? "td" : "th",
        ["scope": name.isEmpty ? nil : "col", "class": isNumber[column] ? "number" : nil],
        HTML(NumberWords.set(name)))
    }.joined()
    let rows = table.rows.indices.map { row in
      HTML.tag(
        "tr", [:],
        columns.enumerated().map { column, text -> HTML in
          // A cell without words heads nothing.
          let isHead = column == 0 && !text.cells[row].isEmpty
          return .tag(
            isHead ? "th" : "td",
            ["scope": isHead ? "row" : nil, "class": isNumber[column] ? "number" : nil],
            text.cells[row])
        }.joined())
    }.joined("\n")
    let content = HTML.tag(
      "table", ["class": "result"],
      .tag("thead", [:], .tag("tr", [:], head)) + .tag("tbody", [:], rows))
    return .tag(
      "figure", ["class": "exhibit table", "id": exhibit.anchor],
      .tag(
        "figcaption", [:],
        caption(table.caption, exhibit, at: place(of: table.location, in: experiment)))
        + scrolling(
          content, label: "\(exhibit.label), \(plainCaption(table.caption))", wide: true,
          class: table.rows.count > mostRowsInView ? "scroll tall" : "scroll"))
  }
}
