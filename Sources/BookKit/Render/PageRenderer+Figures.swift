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
    let drawing =
      figure.chart.frameTitles.isEmpty ? drawing(of: figure, id: id) : slider(of: figure, id: id)
    let label = "\(exhibit.label), \(plainCaption(figure.caption))"
    let caption = HTML.tag(
      "figcaption", [:],
      self.caption(
        figure.caption, exhibit, at: place(of: figure.location, in: experiment)))
    let source = inCell ? HTML() : from(experiment)
    return .tag(
      "figure", ["class": "exhibit", "id": exhibit.anchor],
      drawing + caption
        + numbers(of: figure, experiment, label: label) + source)
  }

  /// Two drawings, of which the style sheet shows one: letters in a drawing that shrinks with its
  /// column would be too small on a phone.
  func drawing(of figure: Figure, id: String, frame: Int = 0) -> HTML {
    func svg(_ id: String, _ width: Double) -> HTML {
      HTML(
        trusted: figure.chart.svg(
          id: id, title: plainCaption(figure.caption), width: width, frame: frame))
    }
    return .tag(
      "div", ["class": "drawing"],
      .tag("div", ["class": "wide"], svg(id, 608))
        + .tag("div", ["class": "narrow"], svg("\(id)-narrow", 320)))
  }

  /// The most rows and columns of numbers that a page shows; all of them are in the file.
  private static let mostRows = 200
  private static let mostColumns = 12

  private func numbers(of figure: Figure, _ experiment: String, label: String) -> HTML {
    let data = figure.chart.dataTable
    let file = "assets/figures/\(experiment).\(figure.name).csv"
    tools.add(Array(data.csv.utf8), as: file)
    let shown = data.thinned(rows: Self.mostRows, columns: Self.mostColumns)
    let head = shown.columns.map { HTML.tag("th", ["scope": "col"], HTML($0)) }.joined()
    let rows = shown.rows.map { row in
      HTML.tag("tr", [:], row.map { HTML.tag("td", [:], HTML($0)) }.joined())
    }.joined("\n")
    let table = HTML.tag(
      "table", ["class": "data"],
      .tag("thead", [:], .tag("tr", [:], head)) + .tag("tbody", [:], rows))
    let text = HTML.tag("pre", ["class": "text-chart"], HTML(figure.chart.text(width: 80)))
    let link = HTML.tag(
      "a", ["href": SitePath.relative(from: page.path, to: file), "download": ""],
      HTML("All numbers as CSV"))
    return .tag(
      "details", ["class": "numbers"],
      .tag("summary", [:], HTML("Numbers and text version"))
        + .tag("p", [:], HTML(figure.chart.summary))
        + scrolling(table, label: "Numbers of \(label)", wide: true, class: "scroll numbers-table")
        + .tag("p", [:], HTML(Self.remark(data, shown)) + link + HTML("."))
        + scrolling(text, label: "Text version of \(label)", wide: true))
  }

  /// What the page leaves out.
  private static func remark(_ all: DataTable, _ shown: DataTable) -> String {
    var parts: [String] = []
    if shown.rows.count < all.rows.count {
      parts.append("\(shown.rows.count) of \(all.rows.count) rows, evenly spaced")
    }
    if shown.columns.count < all.columns.count {
      parts.append("the first \(shown.columns.count) of \(all.columns.count) columns")
    }
    return parts.isEmpty ? "" : "Shown here: \(parts.joined(separator: "; ")). "
  }

  /// For what stands away from its experiment: where it comes from.
  func from(_ experiment: String) -> HTML {
    guard let (home, exhibit) = book.experiments[experiment] else { return HTML() }
    return .tag(
      "p", ["class": "source"],
      HTML("From ") + .tag("a", ["href": address(home, exhibit.anchor)], HTML(exhibit.label)))
  }
}
