import Diff
import Testing

@testable import Collate

@Suite("Alignment of texts")
struct AlignerTests {
  private func normalized(_ texts: [String]) throws -> NormalizedText {
    try editionForTests(texts).text
  }

  /// The words of one witness in some columns.
  private func words(_ text: NormalizedText, _ collation: Collation, _ witness: Int) -> [String] {
    var cells = [String](repeating: "-", count: collation.columnCount)
    for (token, column) in collation.columns[witness].enumerated() {
      let word = text.witnesses[witness].words[token]
      cells[Int(column)] = text.lexicon.words[Int(word)].written
    }
    return cells
  }

  @Test func differencesOfCaseAndAccentMoveNothing() throws {
    let plain = try normalized(["The elan of the Army, he said.", "the army: he said then."])
    let other = try normalized(["THE ÉLAN OF THE ARMY, HE SAID.", "The Army: he said THEN."])
    #expect(Aligner().align(plain) == Aligner().align(other))
  }

  @Test func variantsOfHanCharactersStandTogether() throws {
    let text = try normalized(["子曰說隱者何也", "子說隐者也", "子曰説者何"])
    let collation = Aligner().align(text)
    #expect(words(text, collation, 0) == ["子", "曰", "說", "隱", "者", "何", "也"])
    #expect(words(text, collation, 1) == ["子", "-", "說", "隐", "者", "-", "也"])
    #expect(words(text, collation, 2) == ["子", "曰", "説", "-", "者", "何", "-"])
  }

  @Test func marksInlineAreAnotherModeOfTheSameTable() throws {
    let text = try normalized(["He said, go now.", "He said: now.", "He, said go"])
    for punctuation in [MultipleAligner.Punctuation.afterWords, .inline] {
      let collation = Aligner(punctuation: punctuation).align(text)
      #expect(collation.violation(tokenCounts: text.witnesses.map(\.words.count)) == nil)
    }
  }

  @Test func whatWasLeftOutStandsBesideWhatTheOtherHas() throws {
    let text = try normalized([
      "by these units. <…> As is evident, there is",
      "by these units. And there is much more. As is evident, there is",
    ])
    let collation = Aligner().align(text)
    let first = words(text, collation, 0)
    let second = words(text, collation, 1)
    let gap = try #require(first.firstIndex(of: "<…>"))
    #expect(second[gap] == "-")
    #expect(second[gap + 1] == "And" && first[gap + 1] == "-")
    #expect(first.last == "is" && second.last == "is")
  }

  @Test func explainsWhyTokensStandWhereTheyStand() throws {
    let text = try normalized([
      "it was in the beginning of the long war that Baku fell to them at last",
      "it was in the beginning of the long war that Bakku fell to them at last",
    ])
    var inquiry = AlignmentInquiry(text, Aligner())
    let explained = inquiry.tokens(in: 8..<11)
    #expect(explained.map(\.column) == [8, 8, 9, 9, 10, 10])
    #expect(explained[0].reason == .anchor(length: 10))
    #expect(explained[4].reason == .window(1, 1))
    let likeness = try #require(explained[4].weighing.likenesses.first?.likeness)
    #expect((700..<1000).contains(likeness))
    #expect(explained[4].weighing.score.map { $0 > 0 } == true)
    #expect(explained[4].weighing.next == nil)
  }
}
