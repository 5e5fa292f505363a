import Testing

@testable import Collate

@Suite("Folding of lines")
struct TextFoldingTests {
  private func folded(_ text: String, width: Int, indent: Int = 0) -> String {
    var folding = TextFolding(width: width, indent: indent, hasColor: false)
    folding.words(text)
    folding.end()
    return String(decoding: folding.bytes, as: UTF8.self)
  }

  @Test func everyTextKeepsItsWordsAndNoLineIsTooLong() {
    let letters = ["a", "bb", " ", "é", "e\u{301}", "語", "  ", "\u{A0}", "שלום", "👩‍👩‍👧", "\n"]
    var state: UInt64 = 7
    for round in 0..<400 {
      var text = ""
      for _ in 0..<(round % 30) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += letters[Int(state >> 33) % letters.count]
      }
      let lines = folded(text, width: 12, indent: 2).split(separator: "\n")
      for line in lines {
        #expect(TextWidth.columns(of: String(line)) <= 12, "\(text.debugDescription)")
      }
      let kept = lines.joined().filter { !$0.isWhitespace }
      #expect(kept == text.filter { !$0.isWhitespace }, "\(text.debugDescription)")
    }
  }

  @Test func combiningMarksTakeNoColumnAndWideLettersTwo() {
    #expect(TextWidth.columns(of: "abc") == 3)
    #expect(TextWidth.columns(of: "e\u{301}\u{323}") == 1)
    #expect(TextWidth.columns(of: "\u{301}") == 0)
    #expect(TextWidth.columns(of: "וַיָּמֻתוּ") == 5)
    #expect(TextWidth.columns(of: "天地") == 4)
    #expect(TextWidth.columns(of: "한글") == 4)
    #expect(TextWidth.columns(of: "👩‍👩‍👧") == 2)
    #expect(TextWidth.columns(of: "\u{2068}a\u{2069}") == 1)
  }

  @Test func textWithoutSpacesFoldsBetweenItsLettersButNotBeforeAFullStop() {
    #expect(folded("天地玄黄宇宙", width: 6) == "天地玄\n黄宇宙\n")
    #expect(folded("天地玄。黄", width: 6) == "天地\n玄。黄\n")
    #expect(folded("天「地玄", width: 4) == "天\n「地\n玄\n")
  }

  @Test func aWordWiderThanTheLineIsCut() {
    #expect(folded("aaaaaaaaaaaa b", width: 5) == "aaaaa\naaaaa\naa b\n")
  }

  @Test func aNoBreakSpaceDoesNotEndALine() {
    #expect(folded("aa bb\u{A0}cc", width: 6) == "aa\nbb\u{A0}cc\n")
  }

  /// Held against what Unicode calls white space; no block behind this one has any.
  @Test func whiteSpaceIsThatOfUnicodeWithoutNoBreakSpaces() {
    for scalar in (0..<0x3100).compactMap(Unicode.Scalar.init) {
      let bytes = Array(String(Character(scalar)).utf8)
      let isNoBreak = ["\u{A0}", "\u{2007}", "\u{202F}"].contains(scalar)
      let isSpace = scalar.properties.isWhitespace && !isNoBreak
      let length = WhiteSpace.length(bytes[...], at: 0)
      #expect(length == (isSpace ? bytes.count : 0), "\(scalar.value)")
      let separator = isSpace ? " " : isNoBreak ? "\u{A0}" : ""
      #expect(WhiteSpace.separator(in: bytes[...]) == separator, "\(scalar.value)")
    }
  }

  @Test func aLineThatFitsIsWhatItsWordsMake() {
    let letters = ["a", "bb", " ", "é", "語", "  ", "\u{A0}", "\t", "\u{1B}", "\u{7F}", "שלום"]
    var random = SeededGenerator(seed: 3)
    for round in 0..<600 {
      let text = (0..<round % 9).map { _ in letters.randomElement(using: &random)! }.joined()
      var folding = TextFolding(width: .max, indent: 2, hasColor: false)
      folding.line(Array(text.utf8)[...])
      folding.end()
      let line = String(decoding: folding.bytes, as: UTF8.self)
      #expect(line == folded(text, width: .max, indent: 2), "\(text.debugDescription)")
    }
  }

  @Test(arguments: [false, true]) func aNumberStandsAsItsFiguresWould(_ hasColor: Bool) {
    for indent in 3...8 {
      for number in [0, 1, 9, 10, 99, 100, 12_345, 1_000_000] {
        let figures = String(number)
        let label = String(repeating: " ", count: max(0, indent - 2 - figures.count)) + figures
        var (first, second) = (
          TextFolding(width: 80, indent: indent, hasColor: hasColor),
          TextFolding(width: 80, indent: indent, hasColor: hasColor)
        )
        first.begin(number: number)
        second.begin(label: label)
        #expect(first.bytes == second.bytes && first.column == second.column, "\(number)")
      }
    }
  }

  @Test func whatBelongsTogetherIsNotDivided() {
    var folding = TextFolding(width: 10, indent: 2, hasColor: false)
    folding.words("one two")
    folding.append(" (2)")
    folding.append("]")
    folding.blank()
    folding.append("M")
    folding.end()
    #expect(String(decoding: folding.bytes, as: UTF8.self) == "one\n  two (2)]\n  M\n")
  }

  @Test func aTextKeptTogetherBeginsANewLineOnlyIfItFitsThere() {
    let cases = [
      ("bb c", "aaaa\n  bb c\n"), ("bb", "aaaa bb\n"), ("bb cc dd", "aaaa bb\n  cc dd\n"),
    ]
    for (text, expected) in cases {
      var folding = TextFolding(width: 8, indent: 2, hasColor: false)
      folding.words("aaaa")
      folding.together { $0.words(text) }
      folding.end()
      #expect(String(decoding: folding.bytes, as: UTF8.self) == expected)
    }
  }
}
