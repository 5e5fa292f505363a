import Testing

@testable import Collate

/// An absence that holds the variation of the other witnesses.
@Suite struct TEINestingTests {
  @Test func variationStandsInsideTheAbsence() throws {
    let edition = try nested("a b c d e f g h", "a b c X e f g h", "a h")
    let tei = try proved(edition)
    #expect(
      tei.contains(
        """
        a <app xml:id="app1" n="1" loc="1" type="omission">\
        <lem xml:id="app1-1" wit="#A #B">b c <app xml:id="app2" n="2" loc="1" type="substantive">\
        <lem xml:id="app2-1" wit="#A">d</lem><rdg xml:id="app2-2" wit="#B">X</rdg></app> e f g \
        </lem><rdg xml:id="app1-2" wit="#C"/></app>h
        """), "\(tei)")
  }

  @Test(arguments: ["\n\n", "\n", "\r\n\r\n", " "]) func itMayHoldParagraphs(_ end: String) throws {
    let words = ["a", "b", "c", "d", "e", "f", "g", "h"]
    for place in 0..<7 {
      func text(_ fourth: String) -> String {
        words.enumerated().map { index, word in
          (index == 3 ? fourth : word) + (index == 7 ? "" : index == place ? end : " ")
        }.joined()
      }
      _ = try proved(nested(text("d"), text("X"), "a h"))
      _ = try proved(nested(text("d"), text("X"), "a" + end + "h"))
    }
  }

  private func proved(_ edition: Edition) throws -> String {
    var out = Output()
    TEIWriter().write(edition, into: &out)
    let tei = String(decoding: out.bytes, as: UTF8.self)
    #expect(LosslessProof.check(out.bytes, against: edition) == nil, "\(tei)")
    return tei
  }

  /// An edition of three texts of eight, eight and two words: the third lacks six, and the second
  /// has another fourth word.
  private func nested(_ a: String, _ b: String, _ c: String) throws -> Edition {
    var edition = try plainEdition([a, b, c])
    edition.collation = Collation(
      columns: [Array(0..<8), Array(0..<8), [0, 7]], columnCount: 8)
    func reading(_ witnesses: [Int], _ tokens: Range<Int>, _ kind: VariationClass?) -> Entry.Reading
    {
      .init(
        witnesses: witnesses, tokens: tokens, variation: kind.map { Variation(kind: $0) },
        agreesWith: 0)
    }
    edition.entries = [
      Entry(
        number: 1, columns: 1..<7,
        readings: [reading([0, 1], 1..<7, nil), reading([2], 1..<1, .omission)],
        variation: Variation(kind: .omission), isShown: true),
      Entry(
        number: 2, columns: 3..<4,
        readings: [reading([0], 3..<4, nil), reading([1], 3..<4, .substantive)],
        variation: Variation(kind: .substantive), parent: 0, isShown: true),
    ]
    return edition
  }
}
