import Testing

@testable import Collate

/// Texts that would take hours if any step looked at them again for each of their characters.
@Suite struct HostileTextTests {
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "[", "]", "[[]]", "[a", "*", "* ", "*a ", "a* ", "(", "(?)", "<… ", ". ", "\u{AD}", "a\u{AD}",
      "RGASPI, f. 1 ", "Archive f. 1, f. 1 ", "(A. – B.) ", "[A]: ", ". [A]: ", "a-[", "1,",
      "\u{301}",
      "a'", "\n", "\n\n", "a\n\n*b\n\n", "A[", "AB", "AB, f. 1;",
    ]) func readsItInOnePass(_ piece: String) throws
  {
    let text = " " + String(repeating: piece, count: 40_000 / piece.utf8.count)
    let tokenized = Tokenizer().tokenize(try witnessForTests(text, marks: .all))
    var end = tokenized.leading.upperBound
    for token in tokenized.tokens {
      #expect(Int(token.start) == end && token.start < token.end && token.end <= token.next)
      end = Int(token.next)
    }
    #expect(end == text.utf8.count)
  }

  @Test func placesManyTokensOfOneLine() throws {
    let bytes = Array(String(repeating: "é ", count: 20_000).utf8)
    let table = LineTable(bytes: bytes)
    for word in stride(from: 0, to: 20_000, by: 100) {
      #expect(table.place(at: word * 3).column == word * 2 + 1)
    }
  }
}
