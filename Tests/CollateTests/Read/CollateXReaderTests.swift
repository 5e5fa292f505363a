import Testing

@testable import Collate

@Suite struct CollateXReaderTests {
  private func read(_ text: String) throws(ReadError) -> [Witness] {
    try CollateXReader().read(InputBytes(path: "in.json", bytes: Array(text.utf8)))
  }

  private func failure(_ text: String) -> ReadError? {
    do throws(ReadError) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func readsTextAndTokens() throws {
    let witnesses = try read(
      #"""
      {"algorithm": "dekker", "witnesses": [
        {"id": "A", "content": "the [black] cat"},
        {"id": "B", "tokens": [{"t": "The ", "n": "the", "page": 1.50, "x": {"y": "é"}}, {"t": "cat"}]}
      ]}
      """#)
    #expect(witnesses.map(\.siglum) == ["A", "B"])
    #expect(witnesses[0].text.bytes == Array("the [black] cat".utf8))
    #expect(witnesses[0].text.marks.map(\.kind) == [.suppliedOpen, .suppliedClose])
    #expect(witnesses[1].text.bytes == Array("The cat".utf8))
    // Keys that are not ours survive as they are written.
    #expect(
      witnesses[1].text.givenTokens == [
        GivenToken(range: 0..<4, form: "the", others: #"{"page":1.50,"x":{"y": "é"}}"#),
        GivenToken(range: 4..<7),
      ])
  }

  @Test func refusesWhatIsNoWitness() {
    func check(_ text: String, _ wanted: ReadError.Problem, column: Int) {
      let error = failure(text)
      #expect(error?.problem == wanted && error?.place?.column == column, "\(text)")
    }
    check("[]", .wrongType(key: "input", expected: "an object"), column: 1)
    check("{}", .missingKey("witnesses"), column: 1)
    check(#"{"witnesses":[]}"#, .emptyWitnessList, column: 14)
    check(#"{"witnesses":[{"content":""}]}"#, .missingKey("id"), column: 15)
    check(#"{"witnesses":[{"id":"A"}]}"#, .missingKey("content"), column: 15)
    let twice = #"{"witnesses":[{"id":"A","content":""},{"id":"A","content":"x"}]}"#
    check(twice, .repeatedWitness("A"), column: 39)
    check(#"{"witnesses":[{"id":""}]}"#, .badSiglum("", .empty), column: 21)
    check(
      #"{"witnesses":[{"id":"A","tokens":[{"t":1}]}]}"#,
      .wrongType(key: "t", expected: "a string"), column: 40)
    check(#"{"witnesses":[{"id":"A","tokens":[{"n":""}]}]}"#, .missingKey("t"), column: 35)
    check(#"{"witnesses":[{"id":"A","tokens":[{"t":""}]}]}"#, .emptyToken, column: 40)
  }
}
