import Testing

@testable import Diff

/// Which words go with the one after them, told from how often they occur and where marks stand.
@Suite struct LeaningWordsTests {
  /// The words of some texts that lean, each text given as words and marks between blanks.
  private func leaning(_ texts: [String]) -> Set<String> {
    let rows = texts.map { $0.split(separator: " ").map(String.init) }
    let forms = Set(rows.joined()).sorted()
    var vocabulary = Vocabulary()
    for form in forms {
      vocabulary.append(
        skeleton: form.unicodeScalars.map(\.value),
        kind: ",.".contains(form) ? .punctuation : .word)
    }
    let canonical = CanonicalRows(rows.map { $0.map { UInt32(forms.firstIndex(of: $0)!) } })
    let words = CanonicalRows(
      canonical.rows.map { $0.filter(vocabulary.isWord) }, weights: canonical.weights)
    let model = TokenModel(vocabulary: vocabulary, rows: words.rows, weights: words.weights)
    let leaning = LeaningWords(canonical, model)
    return Set(forms.indices.filter { leaning[UInt32($0)] }.map { forms[$0] })
  }

  /// Twelve clauses of a word of its own each, before or after a word that all have.
  private func clauses(_ form: (Int) -> String) -> String {
    (0..<12).map(form).joined(separator: " ")
  }

  @Test func frequentWordsLean() {
    #expect(leaning([clauses { "and word\($0) going\($0)" }]) == ["and"])
  }

  @Test func rareWordsDoNot() {
    #expect(leaning(["and one", "and two", "and three and four"]) == [])
  }

  @Test func wordsBeforeMarksDoNot() {
    #expect(leaning([clauses { "word\($0) going\($0) 也 ," }]) == [])
    #expect(leaning([clauses { ", and word\($0) going\($0) 也" }]) == ["and"])
  }

  /// As many copies as there may be, a mark or two after a word prove nothing.
  @Test func fewMarksProveNothing() {
    let text = clauses { "and \($0 == 5 ? ", " : "")word\($0) going\($0)" }
    #expect(leaning([text]) == ["and"])
    #expect(leaning(Array(repeating: text, count: 50)) == ["and"])
  }

  /// Two standard deviations: four marks after a word and none before it prove nothing, five do.
  @Test func marksAfterAWordMustOutnumberThoseBeforeItByFar() {
    func text(marksAfter count: Int) -> String {
      clauses { "and \($0 < count ? ", " : "")word\($0) going\($0)" }
    }
    #expect(leaning([text(marksAfter: 4)]) == ["and"])
    #expect(leaning([text(marksAfter: 5)]) == [])
    #expect(leaning([clauses { "word\($0) , and , going\($0)" }]) == ["and"])
  }

  @Test func nothingLeansInNoText() {
    #expect(leaning([]) == [])
    #expect(leaning(["", ", ."]) == [])
  }
}
