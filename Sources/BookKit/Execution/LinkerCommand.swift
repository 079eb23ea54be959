import Foundation
import Subprocess

/// The linker's own command for a program. Two more programs say what it is, the one that lists the
/// libraries that an object asks for, and `clang`; it is the same for all chapters, whose objects ask for
/// what Lab asks for.
struct LinkerCommand: Sendable, Equatable {
  let words: [String]

  /// Reads what `clang -###` said; nil for what is not understood.
  init?(_ answer: String) {
    guard let line = answer.lines.last(where: { !$0.isEmpty }) else { return nil }
    words = Self.words(line)
    guard let linker = words.first, (linker as NSString).lastPathComponent.hasPrefix("ld"),
      words.contains("program")
    else { return nil }
  }

  /// The words of a line in which each is in double quotes.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        words[words.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" && isQuoted {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
        if isQuoted { words.append("") }
      } else if isQuoted {
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}

extension LinkerCommand {
  /// The command for a compiler's flags, remembered or found out with the object that lies in a folder;
  /// nil where it cannot be.
  static func of(
    _ toolkit: Toolkit, _ commands: CompilerCommands, flags: [String], workspace: Workspace,
    folder: String
  ) async throws -> LinkerCommand? {
    guard commands.linking.count == 2 else { return nil }
    let name = "linker-" + ResultKey.hash([toolkit.compiler, toolkit.engine] + flags).prefix(16)
    let stamps = StampedCache(folder: workspace.stamps)
    let answer = try await stamps.value(String(name), of: [toolkit.swiftc]) {
      let listing = try await output(of: commands.linking[0], in: folder)
      return listing == nil
        ? "" : try await output(of: commands.linking[1] + ["-###"], in: folder) ?? ""
    }
    return LinkerCommand(answer)
  }

  /// What a program says; nil if it fails.
  private static func output(of command: [String], in folder: String) async throws -> String? {
    let said = try await run(
      .path(.init(command[0])), arguments: Arguments(Array(command.dropFirst())),
      workingDirectory: .init(folder), output: .string(limit: 1 << 20), error: .combinedWithOutput)
    return said.terminationStatus.isSuccess ? said.standardOutput : nil
  }
}
