import CCmark
import Foundation
import Results

/// `results.json`: everything the experiments said, in the order of the book, for programs and for
/// comparing two builds. It holds nothing of the time, the folder or the machine.
struct ResultFile: Codable {
  struct Renderers: Codable, Equatable {
    var cmark: String
    var katex: String?
    var highlight: String?

    enum CodingKeys: String, CodingKey {
      case cmark, katex
      case highlight = "highlight.js"
    }
  }

  struct Entry: Codable {
    var id: String
    var chapter: String
    var seeds: [Int]
    var inputs: [InputFile]
    var values: [Value]
    var claims: [DecidedClaim]
    var figures: [Shown]
    var tables: [Shown]
    var output: [String]
    /// Only of an experiment that is to fail.
    var failure: ExperimentFailure?
  }

  struct Value: Codable {
    var name: String
    var unit: Results.Unit
    var mean: Double
    var samples: [Double]
  }

  struct DecidedClaim: Codable {
    var sentence: String
    var verdict: Verdict
    var left: [Double]
    var relation: Claim.Relation
    var right: [Double]
    var strength: Claim.Strength
    var tests: [String]
  }

  /// A figure or a table.
  struct Shown: Codable {
    var name: String
    var caption: String
    var chart: Chart?
    var columns: [String]?
    var rows: [[Table.Cell]]?
  }

  var renderers: Renderers
  var experiments: [Entry]

  func bytes() throws -> [UInt8] { Array((try ResultCoding.text(of: self) + "\n").utf8) }

  /// The file of a book: what `bytes()` would give. Spelling all numbers takes long, so every entry is
  /// kept from build to build.
  static func bytes(of book: BookIndex, _ tools: SiteTools) throws -> [UInt8] {
    var entries: [String] = []
    for page in book.pages {
      let chapter = page.chapter.path
      for id in page.chapter.experimentIDs {
        guard let result = book.results[id] else { continue }
        entries.append(
          try tools.drawings.text(of: id, "entry \(chapter)") {
            try ResultCoding.text(of: Entry(id, chapter, result)).lines
              .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
          })
      }
    }
    let renderers = Renderers(
      cmark: String(cString: cmark_version_string()), katex: tools.math?.version,
      highlight: tools.highlighter?.version)
    let empty = try ResultFile(renderers: renderers, experiments: []).bytes()
    let frame = String(decoding: empty, as: UTF8.self)
    if entries.isEmpty { return empty }
    guard let place = frame.firstRange(of: "[\n\n  ]") else {
      preconditionFailure("an empty list is spelled in another way: \(frame)")
    }
    var bytes = Array("\(frame[..<place.lowerBound])[\n".utf8)
    bytes.reserveCapacity(entries.reduce(bytes.count + frame.utf8.count) { $0 + $1.utf8.count + 2 })
    for (number, entry) in entries.enumerated() {
      if number > 0 { bytes += ",\n".utf8 }
      bytes += entry.utf8
    }
    return bytes + "\n  ]\(frame[place.upperBound...])".utf8
  }
}

extension Chapter {
  fileprivate var experimentIDs: [String] {
    var ids: [String] = []
    forEachBlock { if case .experiment(let experiment) = $0 { ids.append(experiment.id) } }
    return ids
  }
}

extension ResultFile.Entry {
  fileprivate init(_ id: String, _ chapter: String, _ result: ExperimentResult) {
    self.init(
      id: id, chapter: chapter, seeds: result.seeds, inputs: result.inputs,
      values: result.values.map {
        .init(
          name: $0.name, unit: $0.unit, mean: SampleSummary($0.samples).mean, samples: $0.samples)
      },
      claims: result.claims.map {
        .init(
          sentence: $0.sentence, verdict: $0.verdict, left: $0.left, relation: $0.relation,
          right: $0.right, strength: $0.strength, tests: $0.tests)
      },
      figures: result.figures.map { .init(name: $0.name, caption: $0.caption, chart: $0.chart) },
      tables: result.tables.map {
        .init(name: $0.name, caption: $0.caption, columns: $0.columns, rows: $0.rows)
      },
      output: result.output, failure: result.failure)
  }
}
