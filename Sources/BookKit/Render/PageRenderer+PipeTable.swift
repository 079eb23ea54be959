extension PageRenderer {
  func pipeTable(_ table: PipeTable) throws -> HTML {
    let context = InlineContext(span: table.span)
    func row(_ cells: [[Inline]], _ name: String) throws -> HTML {
      let content = try cells.enumerated().map { column, cell -> HTML in
        let alignment = column < table.alignments.count ? table.alignments[column] : nil
        return .tag(
          // An empty head is none.
          cell.isEmpty ? "td" : name,
          [
            "class": alignment.map { "align-\($0.rawValue)" },
            "scope": name == "th" && !cell.isEmpty ? "col" : nil,
          ],
          try inlines(cell, in: context))
      }.joined()
      return .tag("tr", [:], content)
    }
    let body = try table.rows.map { try row($0, "td") }.joined("\n")
    let content = HTML.tag("thead", [:], try row(table.head, "th")) + HTML.tag("tbody", [:], body)
    return scrolling(
      .tag("table", [:], content), label: "Table", wide: true,
      class: "scroll pipe-table" + (table.rows.count > mostRowsInView ? " tall" : ""))
  }
}
