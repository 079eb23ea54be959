import Testing

@testable import Datasets

/// Comma-separated words as RFC 4180 has them, and what is said to those who write others.
@Suite struct TextTableTests {
  @Test func plainAndQuotedCells() {
    let table = TextTable.reading("name,size\nplain,1\n\"a, b\",2\r\n\"say \"\"no\"\"\",-3e-2\n")
    #expect(table.columns == ["name", "size"])
    #expect(table["name"] == ["plain", "a, b", "say \"no\""])
    #expect(table.numbers("size") == [1, 2, -0.03])
  }

  @Test func emptyCellsAndLineBreaksInACell() {
    let table = TextTable.reading("a,b,c\n,,\n\"one\ntwo\",\"\",x")
    #expect(table.rows == [["", "", ""], ["one\ntwo", "", "x"]])
    #expect(TextTable.reading("only,a header\n").rows.isEmpty)
  }

  @Test func theBooksTablesAreRead() {
    let table = TextTable("chapters/data/techniques.csv")
    #expect(
      table.columns == ["group", "technique", "type", "oracle", "tolerance", "error", "source"])
    #expect(zip(table.numbers("error"), table.numbers("tolerance")).allSatisfy { $0 <= $1 })
  }

  @Test func aRowOfAnotherLength() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable.reading("a,b\n\"1\n2\",3\n4\n") }
    #expect(says(result, "t.csv:4: 2 cells were expected, as in the header, and 1 found"))
  }

  @Test func aCellThatIsNoNumber() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable.reading("a,b\n1,2\n3,four\n").numbers("b") }
    #expect(
      says(result, "t.csv:3: a number was expected in the column \"b\", and \"four\" found"))
  }

  @Test func aColumnThatIsNotThere() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable.reading("a,b\n1,2\n")["c"] }
    #expect(says(result, "t.csv has no column \"c\"; it has a, b"))
  }

  @Test func aColumnTwice() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable.reading("a,b,a\n") }
    #expect(says(result, "t.csv:1: the column \"a\" is in the header twice"))
  }

  @Test func anOpenQuotation() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable.reading("a,b\n1,\"2\n3,4\n") }
    #expect(says(result, "t.csv:2: a quotation mark opens a cell that no other closes"))
  }

  @Test func wordsAfterAQuotation() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable.reading("a,b\n\"1\"2,3\n") }
    #expect(
      says(result, "t.csv:2: a comma or the end of the line was expected after a quoted cell"))
  }

  @Test func aQuotationInTheMiddle() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable.reading("a,b\n1\"2\",3\n") }
    #expect(
      says(result, "t.csv:2: a quotation mark stands inside a cell that does not begin with one"))
  }

  @Test func nothing() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable.reading("") }
    #expect(says(result, "t.csv is empty; a header line was expected"))
  }

  @Test func bytesThatAreNotText() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = TextTable(bytes: [0x61, 0xFF], path: "t.csv") }
    #expect(says(result, "t.csv is not UTF-8 text"))
  }

  private func says(_ result: ExitTest.Result, _ sentence: String) -> Bool {
    String(decoding: result.standardErrorContent, as: UTF8.self).contains(sentence)
  }
}

extension TextTable {
  fileprivate static func reading(_ text: String) -> TextTable {
    TextTable(bytes: Array(text.utf8), path: "t.csv")
  }
}
