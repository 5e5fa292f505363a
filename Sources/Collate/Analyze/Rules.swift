/// Decides how two readings differ: the classes of variation as rules.
///
/// The verdict depends on the two readings and on what is known of the whole text, and on nothing
/// else. Turned about it is the same, but for omission and addition, which change places.
struct Judge {
  let known: WordKnowledge
  private var reader: PassageReader
  private var speller: SpelledNumber?
  private var memory = VerdictMemory()

  /// Judges readings of the text that `known` tells of; O(words + forms) of its lexicon, for the
  /// room of what will be found out about each.
  init(_ known: WordKnowledge) {
    self.known = known
    reader = PassageReader(known)
  }

  /// A reading made ready for `variation(from:to:)`; O(words).
  mutating func passage(_ words: ArraySlice<UInt32>) -> Passage { reader.passage(words) }

  /// Whether a number may begin with a word.
  mutating func mayBeNumber(_ word: UInt32) -> Bool { reader.mayBeNumber(word) }

  /// The id of the skeleton of a word's form; equal for spellings of one word.
  mutating func skeleton(of word: UInt32) -> UInt32 { reader.skeleton(of: word) }

  /// How `b` differs from `a`: omission where `b` has nothing. The first rule that holds decides.
  mutating func variation(from a: Passage, to b: Passage) -> Variation {
    verdict(from: a, to: b).variation
  }

  /// The same for readings as they stand; two single words are judged once as long as they are
  /// remembered. O(words).
  mutating func variation(
    from a: ArraySlice<UInt32>, to b: ArraySlice<UInt32>
  ) -> Variation {
    guard a.count == 1, b.count == 1, let x = a.first, let y = b.first else {
      return variation(from: passage(a), to: passage(b))
    }
    if let known = memory[x, y] { return known }
    let variation = variation(from: passage(a), to: passage(b))
    memory[x, y] = variation
    return variation
  }

  /// The same with the rule that decided.
  mutating func verdict(from a: Passage, to b: Passage) -> (variation: Variation, rule: Rule) {
    if lacksWords(a, b) { return (absence(from: a, to: b), .absence) }
    // What is one text under the transcriber's marks is no variation of the text.
    if let kind = underMarks(a, b) { return (Variation(kind: kind), .marks) }
    // A number with another value is never a matter of spelling, so this comes before all that is.
    if haveOtherNumbers(a, b) { return (Variation(kind: .numeral), .numbers) }
    if haveOtherVowels(a, b) { return (Variation(kind: .substantive), .wording) }
    if let kind = outward(a, b) { return (Variation(kind: kind), .letters) }
    if areSpelledOut(a, b) { return (Variation(kind: .orthographic), .spelledOut) }
    if fillsGap(a, b) || fillsGap(b, a) { return (Variation(kind: .lacuna), .gap) }
    if isTransposed(a, b) { return (Variation(kind: .transposition), .order) }
    if areSpelledAlike(a, b) { return (Variation(kind: .orthographic), .spelling) }
    if haveOtherNames(a, b) { return (Variation(kind: .name), .names) }
    if isReversed(a, b) { return (Variation(kind: .negation), .negation) }
    return (Variation(kind: .substantive, subkind: gained(a, b)), .wording)
  }

  /// The rules, in the order in which they are asked.
  enum Rule: Sendable, Equatable, CaseIterable {
    case absence, marks, numbers, letters, spelledOut, gap, order, spelling, names, negation
    case wording
  }
}

// MARK: - One side has nothing

extension Judge {
  /// Whether a side has nothing, or marks where the other has words.
  private func lacksWords(_ a: Passage, _ b: Passage) -> Bool {
    a.isEmpty || b.isEmpty || (a.wordCount == 0) != (b.wordCount == 0)
  }

  /// A gap against words: the witness is not there to be compared. A gap against nothing: a
  /// transcriber's mark. Punctuation against nothing is no omission of text.
  private func absence(from a: Passage, to b: Passage) -> Variation {
    let isAddition = a.isEmpty || a.wordCount == 0 && b.wordCount > 0
    let (missing, there) = isAddition ? (a, b) : (b, a)
    if there.isEmpty { return Variation(kind: .editorial) }
    if missing.hasGap { return Variation(kind: there.wordCount > 0 ? .lacuna : .editorial) }
    if there.wordCount == 0 { return Variation(kind: .punctuation) }
    return Variation(kind: isAddition ? .addition : .omission, subkind: subkind(of: there))
  }

  /// The gravest thing that is lost with a passage.
  private func subkind(of passage: Passage) -> VariationClass? {
    if passage.numbers.contains(where: \.isCertain) || hasMinus(passage) { return .numeral }
    if !passage.names.isEmpty { return .name }
    return passage.isNegative ? .negation : nil
  }

  /// The gravest thing that one of two wordings has and the other has nothing of, so that a `not`
  /// gained in a long rewording is not lost among its words.
  private mutating func gained(_ a: Passage, _ b: Passage) -> VariationClass? {
    if gaveWay(a, to: b) || gaveWay(b, to: a) { return .numeral }
    if hasNameAlone(a, beside: b) || hasNameAlone(b, beside: a) { return .name }
    return a.isNegative != b.isNegative ? .negation : nil
  }

  /// Whether a reading has a name and the other no capital: where both have one, it may be that of
  /// a new sentence.
  private func hasNameAlone(_ a: Passage, beside b: Passage) -> Bool {
    !a.names.isEmpty && !b.hasCapital
  }

  /// Whether a reading has certain numbers and the other none in any writing.
  private mutating func gaveWay(_ a: Passage, to b: Passage) -> Bool {
    let values = a.numbers.filter(\.isCertain).map(\.value)
    return !values.isEmpty && b.numbers.count < values.count && !isSpelledOut(values, in: b)
  }

  /// Whether it has the sign that makes a number its opposite; a hyphen may be one between words.
  private func hasMinus(_ passage: Passage) -> Bool {
    passage.words.contains { known.lexicon.words[Int($0)].plain == "\u{2212}" }
  }
}

// MARK: - The same words

extension Judge {
  /// Brackets and gaps alone, or another encoding of the same letters.
  private func underMarks(_ a: Passage, _ b: Passage) -> VariationClass? {
    guard reader.arePlainlySame(a, b) else { return nil }
    let isMarked = a.hasGap || b.hasGap || a.isBracketed || b.isBracketed
    return isMarked ? .editorial : .orthographic
  }

  /// The same letters: what differs is punctuation, case, word division, or accents and ligatures.
  private func outward(_ a: Passage, _ b: Passage) -> VariationClass? {
    if reader.areBarelySame(a, b) {
      return a.hyphenCount == b.hyphenCount ? .punctuation : .division
    }
    if reader.areSameButForCase(a, b) { return .case }
    if reader.haveSameLetters(a, b) {
      return a.wordCount == b.wordCount ? .orthographic : .division
    }
    return reader.areNumberlesslySame(a, b) ? .orthographic : nil
  }

  /// Whether words differ in the length of their vowels, where that makes other words of them.
  private func haveOtherVowels(_ a: Passage, _ b: Passage) -> Bool {
    guard known.spelling.hasLongVowels, a.wordCount == b.wordCount else { return false }
    return zip(a.wordsAlone, b.wordsAlone).contains { x, y in
      let words = (known.lexicon.words[Int(x)].plain, known.lexicon.words[Int(y)].plain)
      return reader.form(x) == reader.form(y) && Romanization.haveOtherVowels(words.0, words.1)
    }
  }
}

// MARK: - Numbers

extension Judge {
  /// Whether the readings have numbers of other values, or one a number in figures and the other
  /// words that are none.
  private mutating func haveOtherNumbers(_ a: Passage, _ b: Passage) -> Bool {
    if a.numbers.isEmpty && b.numbers.isEmpty { return false }
    let x = a.numbers.filter(\.isCertain).map(\.value)
    let y = b.numbers.filter(\.isCertain).map(\.value)
    if x == y { return haveOtherDoubtful(a, b) }
    if x.isEmpty { return isOther(a, than: y, of: b) }
    if y.isEmpty { return isOther(b, than: x, of: a) }
    return true
  }

  /// Whether words that may be numbers stand against each other and are other ones: `first` and
  /// `second`, Charles `I` and `V`. Small letters as in Latin `mi` and `vi` are words, not
  /// numerals.
  private func haveOtherDoubtful(_ a: Passage, _ b: Passage) -> Bool {
    guard a.numbers.count == b.numbers.count else { return false }
    return zip(a.numbers, b.numbers).contains { x, y in
      x.value != y.value && isLikely(x, in: a) && isLikely(y, in: b)
    }
  }

  private func isLikely(_ number: NumberReader.Finding, in passage: Passage) -> Bool {
    guard let word = passage.words.dropFirst(number.words.lowerBound).first else { return false }
    let plain = known.lexicon.words[Int(word)].plain
    return RomanNumeral.value(of: plain) == nil || plain.utf8.allSatisfy { $0 < 0x60 }
  }

  /// Whether a reading without a certain number differs in number from one that has some.
  private mutating func isOther(
    _ doubtful: Passage, than values: [NumberValue], of certain: Passage
  ) -> Bool {
    let possible = doubtful.numbers.map(\.value)
    if !possible.isEmpty, possible.count == values.count { return possible != values }
    if isSpelledOut(values, in: doubtful) { return false }
    // A number gave way to words: grave where it is what the reading consists of.
    return certain.wordCount <= Self.shortPhrase && doubtful.wordCount <= Self.shortPhrase
  }

  /// So many words still are about one thing, so that a number or a negation among them is what the
  /// difference is about.
  private static var shortPhrase: Int { 5 }

  /// Whether the numbers stand in a reading in the words of the edition's language, where that is
  /// not English.
  private mutating func isSpelledOut(_ values: [NumberValue], in passage: Passage) -> Bool {
    guard let language = known.numberLanguage else { return false }
    let spelled = speller ?? SpelledNumber(language: language)
    speller = spelled
    let joined = reader.joined(passage)
    return values.allSatisfy { value in
      spelled.letters(of: value).map { joined.contains($0) } ?? false
    }
  }

  /// Whether one reading is the other with its numbers spelled out in that language.
  private mutating func areSpelledOut(_ a: Passage, _ b: Passage) -> Bool {
    let hasFigures = (
      a.numbers.contains(where: \.isCertain), b.numbers.contains(where: \.isCertain)
    )
    guard known.numberLanguage != nil, hasFigures.0 != hasFigures.1 else { return false }
    let (figures, words) = hasFigures.0 ? (a, b) : (b, a)
    guard isSpelledOut(figures.numbers.map(\.value), in: words), let speller else { return false }
    var letters = ""
    var numbers = figures.numbers[...]
    for form in reader.numberless(figures) {
      // The sign that stands for a number is no form.
      let isNumber = form == UInt32.max
      letters +=
        isNumber
        ? speller.letters(of: numbers.removeFirst().value) ?? ""
        : known.lexicon.forms[Int(form)].spelling
    }
    return letters == reader.joined(words)
  }
}

// MARK: - Gaps, places, spellings

extension Judge {
  /// Whether `a` has a gap and is otherwise the beginning and the end of `b`.
  private func fillsGap(_ a: Passage, _ b: Passage) -> Bool {
    guard let gaps = a.gaps else { return false }
    let (x, y) = (a.words.map(reader.form), b.words.map(reader.form))
    let tail = x.count - gaps.last
    return gaps.first + tail <= y.count && x[..<gaps.first].elementsEqual(y[..<gaps.first])
      && x[gaps.last...].elementsEqual(y[(y.count - tail)...])
  }

  /// Whether the same words, two at least, stand in another order.
  private func isTransposed(_ a: Passage, _ b: Passage) -> Bool {
    a.wordCount == b.wordCount && a.wordCount >= 2
      && a.wordsAlone.map(reader.form).sorted() == b.wordsAlone.map(reader.form).sorted()
  }

  /// Whether each word may be a spelling of the one in its place, or all of them together are.
  private mutating func areSpelledAlike(_ a: Passage, _ b: Passage) -> Bool {
    guard a.wordCount == b.wordCount else {
      return known.spelling.skeleton(of: reader.joined(a))
        == known.spelling.skeleton(of: reader.joined(b))
    }
    for (x, y) in zip(a.wordsAlone, b.wordsAlone)
    where reader.skeleton(of: x) != reader.skeleton(of: y) {
      let (first, second) = (known.lexicon.words[Int(x)], known.lexicon.words[Int(y)])
      let forms = (reader.spelling(x), reader.spelling(y))
      if !known.spelling.areKin(first, second, forms: forms) { return false }
    }
    return true
  }

  /// Whether both readings have proper names, and not the same ones.
  private func haveOtherNames(_ a: Passage, _ b: Passage) -> Bool {
    !a.names.isEmpty && !b.names.isEmpty && a.names != b.names
      && Set(a.names) != Set(b.names)
  }

  /// Whether one of two short readings negates and the other does not. In a longer rewriting the
  /// one word does not tell that the sense is turned.
  private func isReversed(_ a: Passage, _ b: Passage) -> Bool {
    a.isNegative != b.isNegative && max(a.wordCount, b.wordCount) <= Self.shortPhrase
  }
}
