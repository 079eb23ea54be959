import Numerics
import Results

extension PageRenderer {
  /// `{{id.name format}}` in running text: a number, or a link to a figure or table.
  func value(_ reference: ValueReference, in context: InlineContext) -> HTML {
    if let (home, exhibit) = book.exhibit(reference, from: index) {
      if !reference.format.isEmpty {
        report(
          "unknown-format", "\(exhibit.label) is not a number, so it has no format.",
          hint: "Leave “\(reference.format)” out, or name a recorded value.", at: reference.span)
      }
      guard context.allowsLinks else { return HTML(exhibit.label) }
      return .tag("a", ["href": address(home, exhibit.anchor)], HTML(exhibit.label))
    }
    guard let (recorded, text) = look(up: reference) else {
      return .tag("span", ["class": "value missing"], NumberText.missing.html)
    }
    let exact = NumberFormatting.exact(SampleSummary(recorded.samples).mean)
    let number = HTML.tag("data", ["class": "value", "value": exact], text.html)
    guard context.allowsLinks, let home = book.experiments[reference.experiment]?.page else {
      return number
    }
    let count = recorded.samples.count
    let name = "\(reference.experiment).\(reference.name)"
    return .tag(
      "a",
      [
        "class": "value-link", "title": count > 1 ? "\(name): \(count) seeds" : name,
        "href": address(home, "value-\(reference.experiment)-\(reference.name)"),
      ], number)
  }

  /// The recorded value and how it is spelt; nil, and reported where it is the author's mistake.
  func look(up reference: ValueReference) -> (RecordedValue, NumberText)? {
    guard let recorded = recorded(reference) else { return nil }
    guard let format = ValueFormat(reference.format) else {
      report(
        "unknown-format", "“\(reference.format)” is not a format of a value.",
        hint: "Formats: percent N, points N, fixed N or significant N, then ± sd, ± ci or range; "
          + "or seeds alone.", at: reference.span)
      return nil
    }
    if recorded.samples.count == 1,
      format.shown == .meanAndDeviation || format.shown == .meanAndInterval
    {
      report(
        "single-sample",
        "“\(reference.experiment).\(reference.name)” is one number, so it has no spread to show.",
        hint: "Record one number a seed, or leave out “± …”.", at: reference.span,
        severity: .warning)
    }
    checkDigits(of: recorded, format, reference)
    return (recorded, NumberText(recorded.samples, unit: recorded.unit, format: format))
  }

  private func recorded(_ reference: ValueReference) -> RecordedValue? {
    guard book.experiments[reference.experiment] != nil else {
      if let draft = book.book.drafts[reference.experiment] {
        report(
          "unknown-value",
          "The experiment “\(reference.experiment)” is in \(draft), which is a draft, so the book lacks it.",
          hint: "Take “draft: true” out there, or the value out here.", at: reference.span)
        return nil
      }
      unknown(
        "There is no experiment “\(reference.experiment)”.",
        NearestName.suggestions(for: reference.experiment, among: book.experiments.keys.sorted()),
        reference.span)
      return nil
    }
    // An experiment that failed has been reported once; its values are dashes.
    guard let result = self.result(of: reference.experiment) else { return nil }
    if let value = result.values.first(where: { $0.name == reference.name }) { return value }
    if result.failure != nil {
      report(
        "unknown-value",
        "The experiment “\(reference.experiment)” fails, as it is to, and keeps no “\(reference.name)”.",
        hint: "Record it in an experiment of its own.", at: reference.span)
      return nil
    }
    let names = result.values.map(\.name) + result.figures.map(\.name) + result.tables.map(\.name)
    let near = NearestName.suggestions(for: reference.name, among: names)
    unknown(
      "The experiment “\(reference.experiment)” records no “\(reference.name)”.",
      (near.isEmpty ? Array(names.prefix(5)) : near).map { "\(reference.experiment).\($0)" },
      reference.span)
    return nil
  }

  private func unknown(_ message: String, _ names: [String], _ span: SourceSpan) {
    let hint = names.isEmpty ? nil : "There is: \(names.joined(separator: ", "))."
    report("unknown-value", message, hint: hint, at: span)
  }

  func address(_ target: Int, _ anchor: String) -> String {
    target == index ? "#\(anchor)" : "\(href(of: target))#\(anchor)"
  }
}
