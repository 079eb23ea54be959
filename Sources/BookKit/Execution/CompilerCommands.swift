import Foundation
import Subprocess

/// The commands that the compiler's driver would run to make a program of Swift files: what `swiftc -###`
/// says. The driver takes a quarter of a small chapter's time to come to the same every time, so it is
/// asked once for each compiler and set of flags.
struct CompilerCommands: Sendable, Equatable {
  /// The front end's command for one file.
  private let frontEnd: [String]
  /// The commands that link the object that the front end makes, one after the other in its folder.
  let linking: [[String]]

  private static let source = "main.swift"

  /// Reads what the driver said of the one file `main.swift`; nil for what is not understood.
  init?(_ answer: String) {
    let commands = answer.lines.filter { !$0.isEmpty }.map(Self.words)
    guard commands.count >= 2, let frontEnd = commands.first, frontEnd.contains("-frontend"),
      frontEnd.count(where: { $0 == Self.source }) == 1,
      let output = frontEnd.firstIndex(of: "-o"), output + 1 < frontEnd.count,
      frontEnd.contains("-file-compilation-dir"), commands.allSatisfy({ !$0.isEmpty })
    else { return nil }
    // The driver makes a folder for these files and removes it in the end.
    let temporary = (frontEnd[output + 1] as NSString).deletingLastPathComponent
    guard !temporary.isEmpty else { return nil }
    self.frontEnd = frontEnd.map { $0.replacing("\(temporary)/", with: "") }
    linking = commands.dropFirst().map { command in
      command.map { $0.replacing("\(temporary)/", with: "") }
    }
  }

  /// The command that compiles these files to one object in a folder, which is its working folder.
  func compiling(_ sources: [String], in folder: String) -> [String] {
    var arguments: [String] = []
    var words = frontEnd.makeIterator()
    while let word = words.next() {
      switch word {
      case Self.source: arguments += sources
      case "-file-compilation-dir":
        _ = words.next()
        arguments += [word, folder]
      // It names files that the driver would read afterwards.
      case "-supplementary-output-file-map": _ = words.next()
      default: arguments.append(word)
      }
    }
    return arguments
  }

  /// The words of a line that is quoted for a shell.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == "\\", !isQuoted {
        isEscaped = true
      } else if character == " ", !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}

extension CompilerCommands {
  /// The commands of a compiler for these flags; nil where it does not say them. It is asked in a folder
  /// with a `main.swift`.
  static func of(
    _ toolkit: Toolkit, flags: [String], workspace: Workspace, folder: String
  ) async throws -> CompilerCommands? {
    let name = "commands-" + ResultKey.hash([toolkit.compiler] + flags).prefix(16)
    let stamps = StampedCache(folder: workspace.stamps)
    let answer = try await stamps.value(String(name), of: [toolkit.swiftc]) {
      let said = try await run(
        .path(.init(toolkit.swiftc)),
        arguments: Arguments(flags + [source, "-o", "program", "-###"]),
        workingDirectory: .init(folder), output: .string(limit: 1 << 20),
        error: .discarded)
      return said.terminationStatus.isSuccess ? said.standardOutput : ""
    }
    return CompilerCommands(answer)
  }
}
