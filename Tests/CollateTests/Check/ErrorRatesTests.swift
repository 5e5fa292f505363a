import Testing

@testable import Collate

/// Error rates by the definitions of OCR evaluation.
@Suite struct ErrorRatesTests {
  private func rates(_ reference: String, _ compared: String) -> ErrorRates {
    let texts = [reference, compared].map { text in
      SourceText(path: "", bytes: Array(text.utf8), body: 0..<text.utf8.count)
    }
    return ErrorRates(reference: texts[0], compared: texts[1])
  }

  struct Figure: Sendable {
    var reference: String
    var compared: String
    var cer: Double
    var characters: Int
    var wer: Double
    var words: Int
  }

  /// As dinglehopper 0.11.0 tells them; `.ci/rates` asks it anew.
  static let figures = [
    Figure(
      reference: "Die Tiefenstruktur des 18. Jahrhunderts",
      compared: "Die Tiefenstruktnr des 18 Jahrhunderts",
      cer: 0.05128205128205128, characters: 39, wer: 0.2, words: 5),
    Figure(
      reference: "The enemy has 3,000 bayonets.", compared: "The enemy has 9,000 bayonets!",
      cer: 0.06896551724137931, characters: 29, wer: 0.2, words: 5),
    Figure(
      reference: "Schlyñ lorem ipsum.", compared: "Schlym\u{303} lorem ipsum.",
      cer: 0.05263157894736842, characters: 19, wer: 0.3333333333333333, words: 3),
    Figure(
      reference: "don’t stop at 20:00 x_y", compared: "dont stop at 20 : 00 x y",
      cer: 0.17391304347826086, characters: 23, wer: 0.5, words: 6),
    Figure(
      reference: "קו״ח ד׳ה שלום", compared: "קוח דה שלום",
      cer: 0.15384615384615385, characters: 13, wer: 0.6666666666666666, words: 3),
    Figure(
      reference: "ひらカタカナ漢字", compared: "ひらカタナ漢", cer: 0.25, characters: 8, wer: 0.4,
      words: 5),
    Figure(
      reference: "", compared: "abc", cer: .infinity, characters: 0, wer: .infinity, words: 0),
    Figure(reference: "abc", compared: "", cer: 1, characters: 3, wer: 1, words: 1),
    Figure(reference: "", compared: "", cer: 0, characters: 0, wer: 0, words: 0),
    Figure(
      reference: "abc def", compared: "xyz uvw klm abc def", cer: 1.7142857142857142,
      characters: 7, wer: 1.5, words: 2),
  ]

  @Test(arguments: figures)
  func recorded(_ figure: Figure) {
    let found = rates(figure.reference, figure.compared)
    #expect(found.characters.rate == figure.cer)
    #expect(found.characters.referenceCount == figure.characters)
    #expect(found.words.rate == figure.wer)
    #expect(found.words.referenceCount == figure.words)
  }

  @Test func normalizedRateNeverExceedsOne() {
    let found = rates("abc def", "xyz uvw klm abc def")
    #expect(found.words.normalizedRate == 0.6)
    #expect(rates("", "abc").characters.normalizedRate == 1)
    #expect(rates("", "").characters.normalizedRate == 0)
  }

  /// Traps: CRLF, CR alone, blanks at the ends of lines, a last line end, NFC and NFD.
  @Test func whatIsNoError() {
    #expect(rates("one\ntwo", "one\r\ntwo\r\n").characters.errors == 0)
    #expect(rates("one\ntwo", "one\rtwo").characters.errors == 0)
    #expect(rates("one\ntwo", "  one \n\ttwo\u{A0}").characters.errors == 0)
    #expect(rates("caf\u{E9}", "cafe\u{301}").characters.errors == 0)
    #expect(rates("one\ntwo", "one two").characters.errors == 1)
  }

  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return WordBreaks.words(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func wordsByTheAnnex() {
    #expect(
      words("The quick (“brown”) fox can’t jump 32.3 feet, right?")
        == ["The", "quick", "brown", "fox", "can’t", "jump", "32.3", "feet", "right"])
    #expect(
      words("3,000 a.b 1.a x_y _ a:b 'tis") == [
        "3,000", "a.b", "1", "a", "x_y", "a:b", "tis",
      ])
    #expect(words("e\u{301}te\u{301} \u{301}") == ["e\u{301}te\u{301}"])
    #expect(words("漢字カナ ไทย") == ["漢", "字", "カナ", "ไ", "ท", "ย"])
    #expect(words("😀 — … ") == [])
  }

  /// By class and witness, with the first as reference.
  @Test func classes() throws {
    let edition = try editionForTests([
      "They had 3,000 men, near the town.", "They had 9,000 men near the town.",
    ])
    let classes = ClassErrors.all(of: 1, in: edition)
    #expect(classes.map(\.variation) == [.numeral, .punctuation])
    #expect(classes.map(\.places) == [1, 1])
    #expect(classes.map(\.characters.errors) == [1, 1])
    #expect(classes.map(\.words.errors) == [1, 0])
  }
}
