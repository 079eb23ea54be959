import Foundation
import Testing

@testable import BookKit

@Suite struct ExecutionToolkitTests {
  @Test func installedAndBuiltLayoutsAreFound() throws {
    let book = try BuildCase()
    for module in EngineLayout.modules {
      try book.write("", to: "prefix/lib/regbook/\(module).swiftmodule")
      try book.write("", to: "build/Modules/\(module).swiftmodule")
    }
    for path in ["prefix/lib/regbook/libLab.so", "build/libLab.so"] { try book.write("", to: path) }
    for header in EngineLayout.headers {
      try book.write("", to: "prefix/lib/regbook/\(header)/module.modulemap")
      try book.write("", to: "build/\(header).build/module.modulemap")
    }
    try book.write("", to: "prefix/lib/regbook/Theme/a")
    try book.write("", to: "build/regbook_BookKit.resources/Theme/a")
    let installed = try EngineLayout.locate(executable: book.folder + "/prefix/bin/regbook")
    #expect(installed.theme == book.folder + "/prefix/lib/regbook/Theme")
    let built = try EngineLayout.locate(executable: book.folder + "/build/regbook")
    #expect(built.modules == book.folder + "/build/Modules")
  }

  @Test func missingPiecesAreNamed() throws {
    let error = #expect(throws: Diagnostic.self) {
      try EngineLayout.locate(executable: "/nowhere/bin/regbook")
    }
    #expect(error?.rule == "toolkit-missing")
    #expect(
      error?.message
        == "There is no /nowhere/bin/libLab.so (and 10 more files are missing), so chapters cannot be compiled."
    )
  }

  @Test(arguments: [["PATH": "/nowhere"], ["REGBOOK_SWIFTC": "/nowhere/swiftc"], [:]])
  func missingCompilerIsSaid(environment: [String: String]) {
    let error = #expect(throws: Diagnostic.self) {
      try SwiftCompiler.locate(environment: environment)
    }
    #expect(error?.rule == "swiftc-missing")
  }

  @Test func answersAreRememberedWhileFilesStayTheSame() async throws {
    let book = try BuildCase()
    try book.write("a", to: "file")
    let stamps = StampedCache(folder: book.folder)
    let files = [book.folder + "/file"]
    #expect(await stamps.value("x", of: files) { "first\nline" } == "first\nline")
    #expect(await stamps.value("x", of: files) { "second" } == "first\nline")
    try book.write("longer", to: "file")
    #expect(await stamps.value("x", of: files) { "second" } == "second")
  }
}
