import Charts
import Results

extension PageRenderer {
  /// A paragraph that holds only a value's name: a figure or table is shown there, a number is a
  /// paragraph.
  func placement(_ reference: ValueReference) throws -> HTML {
    let context = InlineContext(span: reference.span)
    let key = "\(reference.experiment).\(reference.name)"
    let result = book.results[reference.experiment]
    if !shown.contains(key), let exhibit = book.exhibits[index][key] {
      if let figure = result?.figures.first(where: { $0.name == reference.name }) {
        return self.figure(figure, of: reference.experiment, as: exhibit)
      }
      if let table = result?.tables.first(where: { $0.name == reference.name }) {
        return self.table(table, of: reference.experiment, as: exhibit)
      }
    }
    return .tag("p", [:], value(reference, in: context))
  }

  /// A figure: the drawing, its number and caption, and its numbers for those who want or need them.
  func figure(
    _ figure: Figure, of experiment: String, as exhibit: Exhibit, inCell: Bool = false
  ) -> HTML {
    shown.insert("\(experiment).\(figure.name)")
    let id = "chart-\(experiment)-\(figure.name)"
    // Two drawings, of which the style sheet shows one: letters in a drawing that shrinks with its
    // column would be too small on a phone.
    let drawing =
      HTML.tag(
        "div", ["class": "wide"],
        HTML(trusted: figure.chart.svg(id: id, title: plainCaption(figure.caption), width: 608)))
      + .tag(
        "div", ["class": "narrow"],
        HTML(
          trusted: figure.chart.svg(
            id: id + "-narrow", title: plainCaption(figure.caption), width: 320)))
    let label = "\(exhibit.label), \(plainCaption(figure.caption))"
    let caption = HTML.tag(
      "figcaption", [:],
      self.caption(
        figure.caption, exhibit, at: place(of: figure.location, in: experiment)))
    let source = inCell ? HTML() : from(experiment)
    return .tag(
      "figure", ["class": "exhibit", "id": exhibit.anchor],
      .tag("div", ["class": "drawing"], drawing) + caption
        + numbers(of: figure, label: label, source: source))
  }

  private func numbers(of figure: Figure, label: String, source: HTML) -> HTML {
    let data = figure.chart.dataTable
    let head = data.columns.map { HTML.tag("th", ["scope": "col"], HTML($0)) }.joined()
    let rows = data.rows.map { row in
      HTML.tag("tr", [:], row.map { HTML.tag("td", [:], HTML($0)) }.joined())
    }.joined("\n")
    let table = HTML.tag(
      "table", ["class": "data"],
      .tag("thead", [:], .tag("tr", [:], head)) + .tag("tbody", [:], rows))
    let text = HTML.tag("pre", ["class": "text-chart"], HTML(figure.chart.text(width: 80)))
    return .tag(
      "details", ["class": "numbers"],
      .tag("summary", [:], HTML("Numbers and text version"))
        + .tag("p", [:], HTML(figure.chart.summary))
        + scrolling(table, label: "Numbers of \(label)", wide: true, class: "scroll numbers-table")
        + scrolling(text, label: "Text version of \(label)", wide: true))
      + source
  }

  /// For what stands away from its experiment: where it comes from.
  func from(_ experiment: String) -> HTML {
    guard let (home, exhibit) = book.experiments[experiment] else { return HTML() }
    return .tag(
      "p", ["class": "source"],
      HTML("From ") + .tag("a", ["href": address(home, exhibit.anchor)], HTML(exhibit.label)))
  }
}
