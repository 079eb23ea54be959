import Foundation

/// The first byte in which two sites differ.
struct SiteDifference {
  /// Relative to the sites' folders.
  let file: String
  /// The line, from 1; nil where only one site has the file.
  let line: Int?
  /// What each has there; nil where it has no such file.
  let texts: (first: String?, second: String?)

  /// Compares the files that `isCompared` names; nil if they are the same.
  static func first(
    _ first: String, _ second: String, where isCompared: (String) -> Bool = { _ in true }
  ) -> SiteDifference? {
    let names = (Set(files(in: first)), Set(files(in: second)))
    for name in names.0.union(names.1).sorted() where isCompared(name) {
      let (a, b) = (Files.read("\(first)/\(name)"), Files.read("\(second)/\(name)"))
      guard let a, let b else {
        return SiteDifference(
          file: name, line: nil,
          texts: (a.map { "\($0.count) bytes" }, b.map { "\($0.count) bytes" }))
      }
      if let difference = SiteDifference(file: name, a, b) { return difference }
    }
    return nil
  }

  /// Compares two files' bytes; nil if they are the same.
  init?(file: String, _ first: Data, _ second: Data) {
    if first == second { return nil }
    let (a, b) = (Array(first), Array(second))
    let start = zip(a, b).prefix { $0 == $1 }.count
    self.init(
      file: file, line: a[..<start].count { $0 == 0x0A } + 1,
      texts: (Self.excerpt(a, around: start), Self.excerpt(b, around: start)))
  }

  private init(file: String, line: Int?, texts: (String?, String?)) {
    self.file = file
    self.line = line
    self.texts = (texts.0, texts.1)
  }

  /// The files of a folder, relative to it.
  static func files(in folder: String) -> [String] {
    guard let all = FileManager.default.enumerator(atPath: folder) else { return [] }
    return all.compactMap { $0 as? String }.filter { !Files.isFolder("\(folder)/\($0)") }
  }

  /// The part of a line around a byte.
  private static func excerpt(_ bytes: [UInt8], around place: Int) -> String {
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    let (first, last) = (max(start, place - 30), min(end, place + 50))
    let text = String(decoding: bytes[first..<last], as: UTF8.self)
    return (first > start ? "…" : "") + text + (last < end ? "…" : "")
  }
}

extension SiteDifference {
  /// The difference in a sentence.
  func sentence(first: String, second: String) -> String {
    guard let line else {
      let (there, absent) = texts.first == nil ? (second, first) : (first, second)
      return "\(file) is there \(there), but not \(absent)."
    }
    return "\(file) differs, first on line \(line): “\(texts.first ?? "")” \(first), "
      + "“\(texts.second ?? "")” \(second)."
  }
}
