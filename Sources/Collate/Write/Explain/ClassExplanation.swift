/// Tells which rule gave each reading of an entry its class, and on what it decided.
struct ClassExplanation: Sendable {
  private let edition: Edition
  private var judge: Judge
  private let known: WordKnowledge

  /// Learns of the words what they were judged by: O(tokens + forms), as `WordKnowledge` says.
  init(_ edition: Edition) {
    self.edition = edition
    known = WordKnowledge(edition.text, language: edition.language)
    judge = Judge(known)
  }

  /// A sentence for each reading that departs from the lemma.
  mutating func sentences(_ entry: Entry, _ words: ExplanationWords) -> [String] {
    guard let lemma = entry.readings.first else { return [] }
    let a = passage(lemma)
    return entry.readings.dropFirst().map { reading in
      let b = passage(reading)
      let verdict = judge.verdict(from: a, to: b)
      let kind = reading.variation ?? verdict.variation
      var text = "\(words.sigla(reading.witnesses)), \(words.name(of: kind)): "
      text += ground(verdict, a, b)
      if kind.kind != verdict.variation.kind { text += "; " + exception(kind.kind) }
      return text + "."
    }
  }

  private mutating func passage(_ reading: Entry.Reading) -> Passage {
    judge.passage(edition.text.witnesses[reading.witnesses[0]].words[reading.tokens])
  }

  /// Why the entry has another class than the words alone would give.
  private func exception(_ kind: VariationClass) -> String {
    switch kind {
    case .transposition: "but the same words stand at another place of this witness"
    case .lacuna: "but the witness is not there to be compared"
    default: "but the place as a whole counts as \(kind.rawValue)"
    }
  }

  /// Why two passages are of a class, by the rule that decided.
  private func ground(
    _ verdict: (variation: Variation, rule: Judge.Rule), _ a: Passage, _ b: Passage
  ) -> String {
    switch verdict.rule {
    case .absence: a.isEmpty ? "the base has nothing here" : "it has nothing here"
    case .marks: "the same letters, but for marks of the transcriber or their encoding"
    case .numbers: "the numbers are others, \(numbers(a)) and \(numbers(b))"
    case .letters: letters(verdict.variation.kind)
    case .spelledOut: "one is the other with its numbers spelled out"
    case .gap: "one has a gap of the transcriber where the other has words"
    case .order: "the same words in another order"
    case .spelling: "each word may be a spelling of the one that it faces"
    case .names: "the proper names are others, \(names(a)) and \(names(b))"
    case .negation: "one of the two negates"
    case .wording: "other words; no rule for a graver or a lighter class holds"
    }
  }

  /// What differs where the letters are the same.
  private func letters(_ kind: VariationClass) -> String {
    switch kind {
    case .punctuation: "the same words; only the marks between them differ"
    case .case: "the same letters, but for capitals"
    case .division: "the same letters, but for spaces and hyphens"
    default: "the same words, but for accents, ligatures or the writing of a number"
    }
  }

  private func numbers(_ passage: Passage) -> String {
    let values = passage.numbers.map { number in
      switch number.value {
      case .ratio(let numerator, let denominator):
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
      case .figures(let figures): figures
      }
    }
    return values.isEmpty ? "none" : values.joined(separator: ", ")
  }

  private func names(_ passage: Passage) -> String {
    passage.names.map { "“\(known.lexicon.forms[Int($0)].spelling)”" }.joined(separator: ", ")
  }
}
