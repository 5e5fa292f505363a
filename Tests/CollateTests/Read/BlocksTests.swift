import Testing

@testable import Collate

@Suite struct BlocksTests {
  private func blocks(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let source = SourceText(path: "W.txt", bytes: bytes, body: 0..<bytes.count)
    return source.blocks().map { source[$0] }
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func dividesAtBlankLines(lineEnd: String) {
    let text = "\n a b \n c\n\n \t\n\nd\n".replacing("\n", with: lineEnd)
    #expect(blocks(text) == ["a b \(lineEnd) c", "d"])
  }

  @Test func takesLinesWhereNoLineIsBlank() {
    #expect(blocks("a\nb\n c\n") == ["a", "b", "c"])
    // Blank lines around the text divide nothing.
    #expect(blocks("\n\na\nb\n\n") == ["a", "b"])
  }

  @Test func countsAPageBreakAsBlank() {
    #expect(blocks("a\nb\n\u{0C}\nc") == ["a\nb", "c"])
    #expect(blocks("a\n\n\u{0C}b") == ["a", "b"])
  }

  @Test(arguments: ["", "\n", " \r\n\t", "\u{0C}"]) func hasNoneInWhiteSpace(_ text: String) {
    #expect(blocks(text) == [])
  }

  @Test func staysInTheBody() {
    let bytes = Array("---\n---\na\n\nb\n\nc".utf8)
    let source = SourceText(path: "W.txt", bytes: bytes, body: 8..<bytes.count - 3)
    #expect(source.blocks().map { source[$0] } == ["a", "b"])
  }
}
