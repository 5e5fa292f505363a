/// A reading made ready to be compared: its words and the numbers, names and negations in them.
struct Passage {
  /// Word ids, gaps left out.
  var words: [UInt32]
  var hasGap: Bool
  /// Where the first gap stands and the last, as places in `words`.
  var gaps: (first: Int, last: Int)?
  /// Places count in `words`.
  var numbers: [NumberReader.Finding]
  /// Forms of the proper names, in order.
  var names: [UInt32]
  var isNegative: Bool
  /// Words, punctuation not counted.
  var wordCount: Int

  var isEmpty: Bool { words.isEmpty }
}

/// What the analysis knows of the whole text, and remembers of its words.
struct WordKnowledge {
  let lexicon: Lexicon
  let names: ProperNames
  let spelling: SpellingKinship
  /// Whether a form negates, by form id.
  let negates: [Bool]
  /// How often a form stands in all witnesses, by form id.
  let frequencies: [Int]
  /// BCP 47 tag of a language other than English whose numbers Foundation can read.
  let numberLanguage: String?

  /// Reads all witnesses; O(tokens + forms).
  init(_ text: NormalizedText, language: String?) {
    lexicon = text.lexicon
    names = ProperNames(text, language: language)
    spelling = SpellingKinship(language: language)
    var frequencies = [Int](repeating: 0, count: lexicon.forms.count)
    for witness in text.witnesses {
      for word in witness.words { frequencies[Int(lexicon.words[Int(word)].form)] += 1 }
    }
    self.frequencies = frequencies
    negates = Negations.table(language: language, forms: lexicon.forms, frequencies: frequencies)
    numberLanguage = language.flatMap { $0.lowercased().hasPrefix("en") ? nil : $0 }
  }

  /// A reading made ready; O(words).
  func passage(_ ids: ArraySlice<UInt32>) -> Passage {
    let words = ids.filter { lexicon.words[Int($0)].kind != .gap }
    var gaps: (Int, Int)?
    var before = 0
    for id in ids {
      if lexicon.words[Int(id)].kind == .gap {
        gaps = (gaps?.0 ?? before, before)
      } else {
        before += 1
      }
    }
    let spelled = words.map { lexicon.words[Int($0)] }
    let forms = spelled.map { lexicon.forms[Int($0.form)].spelling }
    return Passage(
      words: words, hasGap: gaps != nil, gaps: gaps,
      numbers: NumberReader.findings(in: spelled, forms: forms),
      names: zip(words, spelled).filter { names.contains($0, $1) }.map { $1.form },
      isNegative: spelled.contains { negates[Int($0.form)] },
      wordCount: spelled.count { $0.kind == .word })
  }
}
