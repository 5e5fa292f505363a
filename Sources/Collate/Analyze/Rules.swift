/// Decides how two readings differ: the classes of variation as rules.
///
/// The verdict depends on the two readings and on what is known of the whole text, and on nothing
/// else. Turned about it is the same, but for omission and addition, which change places.
struct Judge {
  let known: WordKnowledge
  private var levels: WordLevels
  private var speller: SpelledNumber?

  init(_ known: WordKnowledge) {
    self.known = known
    levels = WordLevels(wordCount: known.lexicon.words.count)
  }

  /// How `b` differs from `a`: omission where `b` has nothing. The first rule that holds decides.
  mutating func variation(from a: Passage, to b: Passage) -> Variation {
    if a.isEmpty || b.isEmpty { return absence(from: a, to: b) }
    // What is one text under the transcriber's marks is no variation of the text.
    if let kind = underMarks(a, b) { return Variation(kind: kind) }
    // A number with another value is never a matter of spelling, so this comes before all that is.
    if haveOtherNumbers(a, b) { return Variation(kind: .numeral) }
    if let kind = outward(a, b) { return Variation(kind: kind) }
    if fillsGap(a, b) || fillsGap(b, a) { return Variation(kind: .lacuna) }
    if isTransposed(a, b) { return Variation(kind: .transposition) }
    if areSpelledAlike(a, b) { return Variation(kind: .orthographic) }
    if haveOtherNames(a, b) { return Variation(kind: .name) }
    if isReversed(a, b) { return Variation(kind: .negation) }
    return Variation(kind: .substantive)
  }
}

// MARK: - One side has nothing

extension Judge {
  /// A gap against words: the witness is not there to be compared. A gap against nothing: a
  /// transcriber's mark. Punctuation against nothing is no omission of text.
  private func absence(from a: Passage, to b: Passage) -> Variation {
    let there = a.isEmpty ? b : a
    let missing = a.isEmpty ? a : b
    if there.isEmpty { return Variation(kind: .editorial) }
    if missing.hasGap { return Variation(kind: there.wordCount > 0 ? .lacuna : .editorial) }
    if there.wordCount == 0 { return Variation(kind: .punctuation) }
    return Variation(kind: a.isEmpty ? .addition : .omission, subkind: subkind(of: there))
  }

  /// The gravest thing that is lost with a passage.
  private func subkind(of passage: Passage) -> VariationClass? {
    if passage.numbers.contains(where: \.isCertain) { return .numeral }
    if !passage.names.isEmpty { return .name }
    return passage.isNegative ? .negation : nil
  }
}

// MARK: - The same words

extension Judge {
  /// Brackets and gaps alone, or another encoding of the same letters.
  private mutating func underMarks(_ a: Passage, _ b: Passage) -> VariationClass? {
    guard levels.areEqual(.plain, a.words, b.words, known.lexicon) else { return nil }
    let isMarked =
      a.hasGap || b.hasGap || [a, b].contains { $0.words.contains(where: isBracketed) }
    return isMarked ? .editorial : .orthographic
  }

  private func isBracketed(_ id: UInt32) -> Bool {
    let word = known.lexicon.words[Int(id)]
    return word.plain.utf8.count < word.written.utf8.count
      && word.written.utf8.contains { $0 == 0x5B || $0 == 0x5D }
  }

  /// The same letters: what differs is punctuation, case, word division, or accents and ligatures.
  private mutating func outward(_ a: Passage, _ b: Passage) -> VariationClass? {
    let lexicon = known.lexicon
    if levels.areEqual(.bare, a.words, b.words, lexicon) {
      return isHyphenated(a) == isHyphenated(b) ? .punctuation : .division
    }
    if levels.areEqual(.caseless, a.words, b.words, lexicon) { return .case }
    if joined(a) == joined(b) {
      return a.wordCount == b.wordCount ? .orthographic : .division
    }
    return numbersUnified(a) == numbersUnified(b) ? .orthographic : nil
  }

  /// Hyphens inside words.
  private func isHyphenated(_ passage: Passage) -> Int {
    passage.words.count { id in
      let word = known.lexicon.words[Int(id)]
      return word.kind == .word
        && word.plain.unicodeScalars.contains { LetterTables.leveled($0) == "-" }
    }
  }

  private func spelling(_ id: UInt32) -> String {
    known.lexicon.forms[Int(known.lexicon.words[Int(id)].form)].spelling
  }

  private func isWord(_ id: UInt32) -> Bool { known.lexicon.words[Int(id)].kind == .word }

  /// The letters of all words without the spaces between them.
  private func joined(_ passage: Passage) -> String {
    passage.words.filter(isWord).map(spelling).joined()
  }

  /// The words with each number, however written, as one sign.
  private func numbersUnified(_ passage: Passage) -> [String] {
    var result: [String] = []
    var at = 0
    for number in passage.numbers where number.words.lowerBound >= at {
      result += passage.words[at..<number.words.lowerBound].filter(isWord).map(spelling)
      result.append("#")
      at = number.words.upperBound
    }
    return result + passage.words[at...].filter(isWord).map(spelling)
  }
}

// MARK: - Numbers

extension Judge {
  /// Whether the readings have numbers of other values, or one a number in figures and the other
  /// words that are none.
  private mutating func haveOtherNumbers(_ a: Passage, _ b: Passage) -> Bool {
    let x = a.numbers.filter(\.isCertain).map(\.value)
    let y = b.numbers.filter(\.isCertain).map(\.value)
    if x == y { return false }
    if x.isEmpty { return isOther(a, than: y, of: b) }
    if y.isEmpty { return isOther(b, than: x, of: a) }
    return true
  }

  /// Whether a reading without a certain number differs in number from one that has some.
  private mutating func isOther(
    _ doubtful: Passage, than values: [NumberValue], of certain: Passage
  ) -> Bool {
    let possible = doubtful.numbers.map(\.value)
    if !possible.isEmpty, possible.count == values.count { return possible != values }
    if let spelled = spelledOut(doubtful), !spelled.isEmpty { return spelled != values }
    // A number gave way to words: grave where it is what the reading consists of.
    return certain.wordCount <= Self.shortPhrase && doubtful.wordCount <= Self.shortPhrase
  }

  /// So many words still are about one thing, so that a number or a negation among them is what the
  /// difference is about.
  private static var shortPhrase: Int { 5 }

  /// Numbers spelled out in the language of the edition; nil where that is English.
  private mutating func spelledOut(_ passage: Passage) -> [NumberValue]? {
    guard let language = known.numberLanguage, passage.wordCount <= 2 * SpelledNumber.longest
    else { return nil }
    let reader = speller ?? SpelledNumber(language: language)
    speller = reader
    let words = passage.words.filter(isWord).map { known.lexicon.words[Int($0)].plain.lowercased() }
    var values: [NumberValue] = []
    var at = 0
    while at < words.count {
      let found = reader.read(words[at...])
      if let found { values.append(NumberValue(found.value)) }
      at += found?.count ?? 1
    }
    return values
  }
}

// MARK: - Gaps, places, spellings

extension Judge {
  /// Whether `a` has a gap and is otherwise the beginning and the end of `b`.
  private func fillsGap(_ a: Passage, _ b: Passage) -> Bool {
    guard let gaps = a.gaps else { return false }
    let x = a.words.map(spelling)
    let y = b.words.map(spelling)
    let tail = x.count - gaps.last
    return gaps.first + tail <= y.count && x[..<gaps.first].elementsEqual(y[..<gaps.first])
      && x[gaps.last...].elementsEqual(y[(y.count - tail)...])
  }

  /// Whether the same words, two at least, stand in another order.
  private func isTransposed(_ a: Passage, _ b: Passage) -> Bool {
    guard a.wordCount == b.wordCount, a.wordCount >= 2 else { return false }
    func forms(_ passage: Passage) -> [UInt32] {
      passage.words.filter(isWord).map { known.lexicon.words[Int($0)].form }
    }
    let (x, y) = (forms(a), forms(b))
    return x != y && x.sorted() == y.sorted()
  }

  /// Whether each word may be a spelling of the one in its place, or all of them together are.
  private func areSpelledAlike(_ a: Passage, _ b: Passage) -> Bool {
    let (x, y) = (a.words.filter(isWord), b.words.filter(isWord))
    guard x.count == y.count else {
      return known.spelling.skeleton(of: joined(a)) == known.spelling.skeleton(of: joined(b))
    }
    return zip(x, y).allSatisfy { p, q in
      known.spelling.areKin(
        known.lexicon.words[Int(p)], known.lexicon.words[Int(q)], forms: (spelling(p), spelling(q)))
    }
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
