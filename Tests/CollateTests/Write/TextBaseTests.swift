import Testing

@testable import Collate

@Suite("Base text")
struct TextBaseTests {
  /// The lines under the heading of the text.
  private func text(_ source: String, _ row: String, _ writer: TextWriter = TextWriter()) -> String
  {
    let whole = EditionSketch(("T", source, row)).text(writer)
    let start = whole.firstRange(of: "TEXT (T)\n\n")!.upperBound
    let end = whole.firstRange(of: "\n\nAPPARATUS")!.lowerBound
    return String(whole[start..<end])
  }

  @Test func shortParagraphsAreNumberedAndLongOnesByLine() {
    let words = Array(repeating: "word", count: TextBase.longestShortBlock)
    let short = words.joined(separator: " ")
    #expect(text(short, short).split(separator: "\n").count { $0.hasPrefix("1  ") } == 1)
    let marked = short + " ."
    #expect(text(marked, marked).split(separator: "\n").count { $0.hasPrefix("1  ") } == 1)
    let long = short + " more"
    let lines = text(long, long).split(separator: "\n")
    #expect(lines.count > 10)
    for (index, line) in lines.enumerated() {
      #expect(line.hasPrefix(String(repeating: " ", count: index < 9 ? 1 : 0) + "\(index + 1)  "))
    }
  }

  @Test func linesOfAVerseStayLines() {
    let verse = "one two three\nfour\nfive six\n\nseven\neight"
    let row = "one two three four five six seven eight"
    #expect(
      text(verse, row, TextWriter(numbering: .paragraph))
        == "1  one two three\n   four\n   five six\n2  seven\n   eight")
    #expect(
      text(verse, row, TextWriter(numbering: .line))
        == "1  one two three\n2  four\n3  five six\n\n4  seven\n5  eight")
  }

  @Test func stanzasAreNumberedByLine() {
    let row = "one two three four"
    #expect(text("one\ntwo\n\nthree\nfour", row) == "1  one\n2  two\n\n3  three\n4  four")
    #expect(text("one\ntwo\n\nthree\n\nfour", row) == "1  one\n   two\n2  three\n3  four")
  }

  @Test func foldedProseIsFoldedAnew() {
    let prose = """
      one two three
      four five six
      seven eight
      nine ten one
      two three four

      five
      """
    let row = prose.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text(prose, row)
        == "1  one two three four five six seven eight nine ten one two three four\n2  five")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyKindOfLineEndDivides(_ end: String) {
    #expect(text("a b\(end)\(end)c\(end)", "a b c") == "1  a b\n2  c")
  }

  @Test func notesStandWhereTheTranscriptHasThemWithoutANumber() {
    #expect(
      text("a* b\n\n* the note\n\nc", "a b c") == "1  a* b\n\n   * the note\n\n2  c")
  }

  @Test func whatHasNoWordToCompareHasNoNumber() {
    #expect(text("HEAD\n\na b", "a b") == "   HEAD\n1  a b")
  }

  @Test(arguments: [1, 8, 9, 10, 98, 99, 100, 101])
  func theMarginIsAsWideAsTheHighestNumber(_ count: Int) {
    for writer in [TextWriter(numbering: .line), TextWriter(numbering: .paragraph)] {
      let verses = Array(repeating: "a", count: count)
      // The last line is two in print, so that there may be a number more than lines.
      let last = Array(repeating: "long", count: 20).joined(separator: " ")
      let source = (verses + [last]).joined(separator: "\n")
      let lines = text(source, verses.joined(separator: " ") + " " + last, writer)
        .split(separator: "\n")
      let highest = writer.numbering == .line ? count + 2 : count + 1
      let pad = String(repeating: " ", count: String(highest).count - 1)
      #expect(lines[0] == pad + "1  a", "\(highest) numbers")
      #expect(lines.count == count + 2)
    }
  }

  @Test func everyTokenStandsInItsLine() {
    for width in 20...60 {
      let edition = ModelEdition.sketch.edition
      let base = TextBase(edition, width: width, numbering: .line)
      let tokens = edition.text.witnesses[0].source.tokens
      #expect(base.tokens.flatMap { Array($0) } == Array(tokens.indices))
      for line in base.lines {
        guard let number = line.number else { continue }
        for token in base.tokens[number - 1] {
          #expect(line.source.contains(Int(tokens[token].start)), "width \(width), token \(token)")
        }
      }
    }
  }
}
