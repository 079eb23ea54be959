import Results

/// Numbers the figures, tables and equations of a page in the order in which a reader meets them, and
/// collects its anchors.
struct ExhibitNumbering {
  private(set) var exhibits: [String: Exhibit] = [:]
  /// Every id that a link can name.
  var anchors: Set<String> { headings.union(generated) }
  /// The ids that experiments and what they said bring with them.
  private(set) var generated: Set<String> = []
  /// The numbers of the equations by their labels: `(1.3.2)`.
  private(set) var equations: [String: String] = [:]
  private var headings: Set<String> = []
  private var figures = 0
  private var tables = 0
  private let number: String
  private let results: [String: ExperimentResult]

  init(page: Page, results: [String: ExperimentResult]) {
    number = page.number
    self.results = results
    let placed = page.chapter.placements
    page.chapter.forEachBlock { block in
      switch block {
      case .heading(_, _, let anchor, _): headings.insert(anchor)
      case .math(let formula):
        guard let label = formula.label, equations[label] == nil else { return }
        equations[label] = "(\(PageNumber.joined(number, equations.count + 1)))"
        generated.insert(label)
      case .paragraph(let content, _):
        guard let image = FigureImage(content) else { return }
        figures += 1
        add(image.key, kind: "Figure", figures, anchor: image.anchor)
      case .footnote(let label, _, _):
        generated.formUnion(["note-\(label)", "note-\(label)-mark"])
      case .placement(let reference): place(reference.experiment, reference.name)
      case .experiment(let experiment):
        generated.insert("experiment-\(experiment.id)")
        guard let result = results[experiment.id] else { return }
        for name in result.figures.map(\.name) + result.tables.map(\.name)
        where !placed.contains("\(experiment.id).\(name)") {
          place(experiment.id, name)
        }
        generated.formUnion(result.values.map { "value-\(experiment.id)-\($0.name)" })
        generated.formUnion(result.claims.indices.map { "claim-\(experiment.id)-\($0 + 1)" })
      default: break
      }
    }
  }

  private mutating func place(_ experiment: String, _ name: String) {
    let key = "\(experiment).\(name)"
    guard exhibits[key] == nil, let result = results[experiment] else { return }
    if result.figures.contains(where: { $0.name == name }) {
      figures += 1
      add(key, kind: "Figure", figures, anchor: "figure-\(experiment)-\(name)")
    } else if result.tables.contains(where: { $0.name == name }) {
      tables += 1
      add(key, kind: "Table", tables, anchor: "table-\(experiment)-\(name)")
    }
  }

  private mutating func add(_ key: String, kind: String, _ count: Int, anchor: String) {
    exhibits[key] = Exhibit(kind: kind, number: PageNumber.joined(number, count), anchor: anchor)
    generated.insert(anchor)
  }
}
