import Foundation
import Testing

@testable import BookKit

/// What the compiler's driver says that it would do, done without it.
@Suite struct ExecutionCommandTests {
  static let answer = """
    /opt/swift-frontend -frontend -c main.swift -supplementary-output-file-map /tmp/T.x/map-1 \
    -I '/a folder/it'\\''s' -file-compilation-dir /asked -module-name main -o /tmp/T.x/main-1.o
    /opt/swift-autolink-extract /tmp/T.x/main-1.o -o /tmp/T.x/main-2.autolink
    /opt/clang /tmp/T.x/main-1.o @/tmp/T.x/main-2.autolink -L "/b" -o program

    """

  @Test func filesAndFoldersAreReplaced() throws {
    let commands = try #require(CompilerCommands(Self.answer))
    #expect(
      commands.compiling(["a.swift", "main.swift"], in: "/now") == [
        "/opt/swift-frontend", "-frontend", "-c", "a.swift", "main.swift", "-I",
        "/a folder/it's", "-file-compilation-dir", "/now", "-module-name", "main", "-o",
        "main-1.o",
      ])
    #expect(
      commands.linking == [
        ["/opt/swift-autolink-extract", "main-1.o", "-o", "main-2.autolink"],
        ["/opt/clang", "main-1.o", "@main-2.autolink", "-L", "\"/b\"", "-o", "program"],
      ])
  }

  @Test func theLinkersCommandIsRead() throws {
    let answer = """
      clang version 17.0.0
      InstalledDir: /opt/bin
       "/opt/ld.lld" "-pie" "-o" "program" "/a folder/it's" "a\\"b" "main-1.o"

      """
    let words = try #require(LinkerCommand(answer)).words
    #expect(
      words == ["/opt/ld.lld", "-pie", "-o", "program", "/a folder/it's", "a\"b", "main-1.o"])
    #expect(LinkerCommand("clang: what?\n") == nil)
    #expect(LinkerCommand("") == nil)
  }

  @Test(arguments: ["", "Swift 6\n", "swiftc: what?\nno idea\n", "a -frontend main.swift\nb\n"])
  func whatIsNotUnderstoodIsLeftToTheDriver(answer: String) {
    #expect(CompilerCommands(answer) == nil)
  }

  /// Else every build would be slower, and nobody would know why.
  @Test func thisCompilerIsUnderstood() async throws {
    let book = try BuildCase(chapter: "# One\n\n```swift experiment one\nprint(1)\n```\n")
    #expect(try await book.build().succeeded)
    let stamps = book.folder + "/.regbook/stamps"
    let name = try #require(Files.names(in: stamps).first { $0.hasPrefix("commands-") })
    let text = try #require(book.read(".regbook/stamps/\(name)"))
    #expect(
      CompilerCommands(text.split(separator: "\n").dropFirst().joined(separator: "\n")) != nil)
    let linker = try #require(Files.names(in: stamps).first { $0.hasPrefix("linker-") })
    #expect(LinkerCommand(try #require(book.read(".regbook/stamps/\(linker)"))) != nil)
  }
}
