import Foundation
import Subprocess
import Testing

@testable import BookKit

/// `regbook serve` as a user starts it.
@Suite struct ServeCommandTests {
  @Test(arguments: ["serve", "preview"])
  func anInterruptEndsItAndItsExperiments(command: String) async throws {
    let book = try BuildCase(chapter: "# A\n\n```swift experiment a\nwhile true {}\n```\n")
    try book.write("old", to: "output/index.html")
    try book.write("{}", to: "output/results.json")
    let work = book.folder + "/.regbook/work"
    let end = try await run(
      .path(.init(BuildCase.executable)),
      arguments: [command, "--folder", book.folder, "-p", "18731"],
      input: .none, output: .discarded, error: .string(limit: 1 << 20)
    ) { execution in
      for _ in 0..<3000 where !BuildCase.started(in: work) {
        try await Task.sleep(for: .milliseconds(20))
      }
      try execution.send(signal: .interrupt)
    }
    #expect(end.terminationStatus == .exited(130))
    #expect(end.standardError.contains("serve http://localhost:187"))
    #expect(end.standardError.hasSuffix("regbook: stopped\n"))
    #expect(try BuildCommandTests.processes(mentioning: work) == [])
    #expect(book.read("output/index.html") == "old")
  }

  @Test func senselessPortsEndWith64() async throws {
    for port in ["0", "65536", "http"] {
      let end = try await run(
        .path(.init(BuildCase.executable)), arguments: ["serve", "-p", port],
        output: .discarded, error: .discarded)
      #expect(end.terminationStatus == .exited(64))
    }
  }

  @Test func aFolderWithoutChaptersEndsWithOne() async throws {
    let book = try BuildCase()
    let end = try await run(
      .path(.init(BuildCase.executable)), arguments: ["serve", "--folder", book.folder],
      output: .discarded, error: .string(limit: 1 << 16))
    #expect(end.terminationStatus == .exited(1))
    #expect(end.standardError.contains("[no-chapters]"))
  }
}
