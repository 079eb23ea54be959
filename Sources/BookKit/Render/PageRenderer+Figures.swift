import Charts
import Results

extension PageRenderer {
  /// A paragraph that holds only a value's name: a figure or table is shown there, a number is a
  /// paragraph.
  func placement(_ reference: ValueReference) throws -> HTML {
    let context = InlineContext(span: reference.span)
    let key = "\(reference.experiment).\(reference.name)"
    let result = self.result(of: reference.experiment)
    if !shown.contains(key), let exhibit = book.exhibits[index][key] {
      if let figure = result?.figures.first(where: { $0.name == reference.name }) {
        return self.figure(figure, of: reference.experiment, as: exhibit)
      }
      if let table = result?.tables.first(where: { $0.name == reference.name }) {
        return self.table(table, of: reference.experiment, as: exhibit)
      }
    }
    if shown.contains(key), let exhibit = book.exhibits[index][key] {
      report(
        "placed-twice",
        "\(exhibit.label.replacing("\u{A0}", with: " ")), “\(key)”, stands on this page already; here is a link to it.",
        hint: "Leave out one of the two, or name it in a sentence: there it is a link.",
        at: reference.span, severity: .warning)
    }
    return .tag("p", [:], value(reference, in: context))
  }

  /// A figure: the drawing, its number and caption, and its numbers for those who want or need them.
  func figure(
    _ figure: Figure, of experiment: String, as exhibit: Exhibit, inCell: Bool = false
  ) -> HTML {
    shown.insert("\(experiment).\(figure.name)")
    checkMarks(of: figure, experiment)
    checkNames(of: figure, experiment)
    let id = "chart-\(experiment)-\(figure.name)"
    let name = FigureName(experiment: experiment, name: figure.name)
    let chart = figure.chart.typeset
    // Making both takes long for a figure of many points, and another core may be free.
    let words = tools.hasNumbers(of: name) ? nil : Background { FigureWords(chart) }
    let drawing =
      figure.chart.frameTitles.isEmpty
      ? drawing(of: figure, experiment, id: id) : slider(of: figure, experiment, id: id)
    let label = "\(exhibit.label), \(plainCaption(figure.caption))"
    let caption = HTML.tag(
      "figcaption", [:],
      self.caption(
        figure.caption, exhibit, at: place(of: figure.location, in: experiment)))
    let source = inCell ? HTML() : from(experiment)
    return .tag(
      "figure", ["class": "exhibit", "id": exhibit.anchor],
      drawing + caption
        + numbers(of: chart, name, words, label: label) + source)
  }

  /// Warns of a figure that shows nothing, once: where its experiment stands.
  private func checkMarks(of figure: Figure, _ experiment: String) {
    let marks = figure.chart.marks + (figure.chart.panels ?? []).flatMap(\.marks)
    guard figure.chart.isEmpty, book.experiments[experiment]?.page == index else { return }
    let hint =
      marks.isEmpty
      ? "It has no mark: give it a Line, Dots, Bars …"
      : marks.allSatisfy(\.isBare)
        ? "Its marks have no numbers."
        : "Its axes can show none of its numbers: a logarithmic axis shows what is above 0, and a cut "
          + "one what is within its ends."
    report(
      "empty-figure", "The figure “\(experiment).\(figure.name)” shows nothing.", hint: hint,
      at: place(of: figure.location, in: experiment), severity: .warning)
  }

  /// Two drawings, of which the style sheet shows one: letters in a drawing that shrinks with its
  /// column would be too small on a phone.
  func drawing(of figure: Figure, _ experiment: String, id: String, frame: Int = 0) -> HTML {
    let title = plainCaption(figure.caption)
    let chart = figure.chart.typeset
    let colours = colours
    let key = "drawing \(id) \(frame) \(colours.key(chart)) \(title)"
    let text = tools.drawings.text(of: experiment, key) {
      let forms: [(name: String, id: String, width: Double)] = [
        ("wide", id, 608), ("narrow", "\(id)-narrow", 320),
      ]
      let drawings = concurrentMap(forms.count) { number in
        let form = forms[number]
        let svg = chart.svg(
          id: form.id, title: title, width: form.width, frame: frame, colours: colours)
        return HTML.tag("div", ["class": form.name], HTML(trusted: svg))
      }
      return HTML.tag("div", ["class": "drawing"], drawings[0] + drawings[1]).text
    }
    return HTML(trusted: text)
  }

  /// The most rows and columns of numbers that a page shows; all of them are in the file.
  private static let mostRows = 200
  private static let mostColumns = 12

  private func numbers(
    of chart: Chart, _ name: FigureName, _ ahead: Background<FigureWords>?, label: String
  ) -> HTML {
    lazy var words = ahead.flatMap { try? $0.value() } ?? FigureWords(chart)
    tools.addNumbers(of: name) { words.csv }
    sources.figures.insert(name)
    let address = SitePath.relative(from: page.path, to: name.numbersFile)
    let key = "numbers \(name.name) \(address) \(label)"
    return HTML(
      trusted: tools.drawings.text(of: name.experiment, key) {
        numbers(words, file: address, label: label).text
      })
  }

  private func numbers(_ words: FigureWords, file: String, label: String) -> HTML {
    let data = words.table
    let shown = data.thinned(rows: Self.mostRows, columns: Self.mostColumns)
    let head = shown.columns.map { HTML.tag("th", ["scope": "col"], HTML($0)) }.joined()
    let rows = shown.rows.map { row in
      HTML.tag("tr", [:], row.map { HTML.tag("td", [:], HTML($0)) }.joined())
    }.joined("\n")
    let table = HTML.tag(
      "table", ["class": "data"],
      .tag("thead", [:], .tag("tr", [:], head)) + .tag("tbody", [:], rows))
    let text = HTML.tag("pre", ["class": "text-chart"], HTML(words.text))
    let link = HTML.tag("a", ["href": file, "download": ""], HTML("All numbers as CSV"))
    return .tag(
      "details", ["class": "numbers"],
      .tag("summary", [:], HTML("Numbers and text version"))
        + .tag("p", [:], HTML(words.summary))
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

extension Mark {
  /// Whether it has no number of its own.
  fileprivate var isBare: Bool {
    switch kind {
    case .rule: true
    case .heat: !(values ?? []).contains(where: \.isFinite)
    default: !y.contains(where: \.isFinite) && (raster ?? []).isEmpty
    }
  }
}
