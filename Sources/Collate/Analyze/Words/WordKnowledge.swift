/// What the analysis knows of the whole text before it compares readings.
struct WordKnowledge {
  let lexicon: Lexicon
  /// Form and kind of each word, by word id: what the passes over all tokens ask for, without the
  /// strings that lie beside it in the lexicon.
  private let forms: [UInt32]
  private let kinds: [Token.Kind]
  let names: ProperNames
  let spelling: SpellingKinship
  /// Whether a form negates, by form id.
  private let negatingForms: [Bool]
  /// How often a form stands in all witnesses, by form id.
  let frequencies: [Int]
  let language: TextLanguage
  /// BCP 47 tag of a language other than English whose numbers Foundation can read.
  let numberLanguage: String?

  /// Reads all witnesses; O(tokens + forms).
  init(_ text: NormalizedText, language: String?) {
    var lexicon = text.lexicon
    PointedWords.mark(&lexicon, in: text.witnesses)
    self.lexicon = lexicon
    forms = lexicon.words.map(\.form)
    kinds = lexicon.words.map(\.kind)
    names = ProperNames(text, language: language)
    var wordCounts = [Int](repeating: 0, count: lexicon.words.count)
    for witness in text.witnesses {
      for word in witness.words { wordCounts[Int(word)] += 1 }
    }
    var frequencies = [Int](repeating: 0, count: lexicon.forms.count)
    for (word, count) in zip(lexicon.words, wordCounts) { frequencies[Int(word.form)] += count }
    self.frequencies = frequencies
    let known = TextLanguage(tag: language, forms: lexicon.forms, frequencies: frequencies)
    self.language = known
    spelling = SpellingKinship(known, isRomanized: Romanization.isUsed(in: lexicon.words))
    negatingForms = Negations.table(language: known, forms: lexicon.forms)
    numberLanguage = (language ?? known.likely).flatMap {
      $0.lowercased().hasPrefix("en") || known.isLatin ? nil : $0
    }
  }

  /// The form of a word.
  func form(_ word: UInt32) -> UInt32 { forms[Int(word)] }

  /// Whether a word negates.
  func negates(_ word: UInt32) -> Bool {
    negatingForms[Int(form(word))]
      && Negations.isSpelled(lexicon.words[Int(word)].plain, in: language)
  }

  /// What a word is.
  func kind(_ word: UInt32) -> Token.Kind { kinds[Int(word)] }
}
