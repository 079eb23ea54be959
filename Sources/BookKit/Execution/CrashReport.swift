import Foundation

/// The part of a Swift backtrace in JSON that tells where a chapter's code trapped.
struct CrashReport: Sendable, Equatable {
  /// A place in a source file; the column in bytes, from 1.
  struct Place: Sendable, Equatable, Decodable {
    let file: String
    let line: Int
    let column: Int
  }

  /// The kind of crash: `Illegal instruction`.
  let description: String
  /// Where the innermost of a chapter's functions was.
  let place: Place?

  /// nil if the file is no whole report.
  init?(_ data: Data) {
    struct Report: Decodable {
      struct Thread: Decodable {
        let crashed: Bool?
        let frames: [Frame]
      }
      struct Frame: Decodable {
        let sourceLocation: Place?
      }
      let description: String?
      let threads: [Thread]
    }
    guard let report = try? JSONDecoder().decode(Report.self, from: data) else { return nil }
    description = report.description ?? ""
    place =
      report.threads.first { $0.crashed == true }?.frames
      .compactMap(\.sourceLocation).first { $0.file.hasPrefix("chapters/") }
  }
}
