import Foundation
import Results
import Subprocess

/// Where the numbers of a build are: a `results.json`, a folder that holds one, or a git revision.
struct ResultSource: Sendable {
  /// As the user wrote it.
  let name: String
  /// The book's folder, absolute.
  let folder: String

  func load() async throws -> ResultFile {
    let path = BookFolder.absolute(name)
    let file = Files.isFolder(path) ? path + "/results.json" : path
    if Files.exists(file) {
      guard let data = Files.read(file) else { throw unusable("\(file) cannot be read.") }
      return try decode(data, from: file)
    }
    return try decode(try await committed(), from: "\(name):output/results.json")
  }

  private func decode(_ data: Data, from place: String) throws -> ResultFile {
    guard let file = try? ResultCoding.decode(ResultFile.self, from: data) else {
      throw unusable("\(place) is no results.json of regbook.")
    }
    return file
  }

  /// The file as git has it, whichever folder of the repository the book is in.
  private func committed() async throws -> Data {
    let answer = try? await run(
      .name("git"),
      arguments: ["-C", folder, "show", "--end-of-options", "\(name):./output/results.json"],
      output: .data(limit: 1 << 30), error: .string(limit: 1 << 16))
    guard let answer else {
      throw unusable("There is no file “\(name)”, and git, which may know it, is not installed.")
    }
    guard answer.terminationStatus.isSuccess else {
      let words = answer.standardError.split(separator: "\n").first.map(String.init) ?? "no reason"
      throw unusable("“\(name)” is no file, and git has no output/results.json for it: \(words)")
    }
    return answer.standardOutput
  }

  private func unusable(_ sentence: String) -> Diagnostic {
    Diagnostic(
      rule: "no-results", sentence,
      hint: "Name two results.json files, folders with one, or revisions: regbook diff HEAD~1 HEAD")
  }
}
