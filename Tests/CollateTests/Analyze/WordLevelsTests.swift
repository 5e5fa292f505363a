import Testing

@testable import Collate

/// Short ways that the analysis takes for most words, each held against the long way.
@Suite struct WordLevelsTests {
  /// Words of two letters out of a few, with numerals, capitals and names of numbers among them.
  private var words: [String] {
    let letters = ["a", "B", "c", "I", "i", "v", "X", "m"]
    let short = letters + letters.flatMap { first in letters.map { first + $0 } }
    return short + [
      "one", "Twenty", "twentyone", "hundredth", "percent", "Prozent", "mix", "Dashnak",
    ]
  }

  @Test func `facts of words of letters alone are those that any word has`() {
    let text = SampleTables.text([words.joined(separator: " ")])
    var levels = WordLevels(text.lexicon)
    #expect(text.lexicon.words.count == words.count)
    for word in text.lexicon.words {
      #expect(levels.makeFactsOfLetters(word) == levels.makeFactsOfSigns(word), "\(word.written)")
    }
  }

  @Test func `a word is a number or begins one just where one can be read`() {
    for word in words + ["tw", "and", "", "öne", "ninetyninth", "fortyten", "thirties"] {
      #expect(EnglishNumber.isNumber(word) == (EnglishNumber.read([word]) != nil), "\(word)")
    }
  }

  @Test func `verdicts that are remembered are those that would be given again`() {
    let text = SampleTables.text([
      words.joined(separator: " "), "<…> [a] 3 4 , ; not Bo bo the they met Bo by the sea",
    ])
    let ids = text.witnesses.flatMap(\.words)
    var judge = Judge(WordKnowledge(text, language: "en"))
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20000 {
      let (a, b) = (ids.randomElement(using: &random)!, ids.randomElement(using: &random)!)
      let verdict = judge.variation(from: judge.passage([a]), to: judge.passage([b]))
      #expect(judge.variation(from: [a], to: [b]) == verdict, "\(a) \(b)")
    }
  }

  @Test func `a memory gives what was put in last for a pair, or nothing`() {
    var memory = VerdictMemory()
    let name = Variation(kind: .name)
    #expect(memory[1, 2] == nil)
    memory[1, 2] = name
    #expect(memory[1, 2] == name && memory[2, 1] == nil)
    for other in 3..<100_000 as Range<UInt32> { memory[1, other] = Variation(kind: .case) }
    #expect(memory[1, 2] == nil || memory[1, 2] == name)
    #expect(memory[1, 99_999] == Variation(kind: .case))
  }
}
