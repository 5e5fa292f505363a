/// A reading made ready to be compared: its words and what is known of them together. All numbers
/// are ids of one run; equal ids are equal words.
///
/// A slice of the witness wherever that will do: there are as many passages as readings, and most
/// are of one word.
struct Passage {
  /// Word ids, gaps left out.
  var words: ArraySlice<UInt32>
  /// Word ids, punctuation left out too.
  var wordsAlone: ArraySlice<UInt32>
  /// Where the first gap stands and the last, as places in `words`; nil where there is none.
  var gaps: (first: Int, last: Int)?
  /// Whether brackets of the transcriber stand in it.
  var isBracketed = false
  /// How many of its words are hyphenated.
  var hyphenCount = 0
  /// Places count in `words`, from 0.
  var numbers: [NumberReader.Finding] = []
  /// Forms of the proper names, in order.
  var names: [UInt32] = []
  /// Whether a word begins with a capital, as names do and first words.
  var hasCapital = false
  var isNegative = false

  var isEmpty: Bool { words.isEmpty }
  var hasGap: Bool { gaps != nil }
  /// Words, punctuation not counted.
  var wordCount: Int { wordsAlone.count }
}

/// Makes passages of readings; remembers what it found out about each word.
struct PassageReader {
  let known: WordKnowledge
  private let numberReader: NumberReader
  private var levels: WordLevels

  /// Makes room for what will be found out of words; O(words + forms) of the lexicon.
  init(_ known: WordKnowledge) {
    self.known = known
    numberReader = NumberReader(language: known.language.likely)
    levels = WordLevels(known.lexicon, numberReader)
  }

  /// A reading made ready; O(words).
  mutating func passage(_ ids: ArraySlice<UInt32>) -> Passage {
    var (words, wordsAlone) = (ids, ids)
    var passage = Passage(words: [], wordsAlone: [])
    var count = (words: 0, wordsAlone: 0)
    var mayHaveNumbers = false
    for id in ids {
      let facts = levels.facts(id)
      if facts.kind == .gap {
        passage.gaps = (passage.gaps?.first ?? count.words, count.words)
        continue
      }
      count.words += 1
      passage.isBracketed = passage.isBracketed || facts.isBracketed
      mayHaveNumbers = mayHaveNumbers || facts.mayBeNumber
      guard facts.kind == .word else { continue }
      count.wordsAlone += 1
      passage.hyphenCount += facts.isHyphenated ? 1 : 0
      if known.names.contains(id, form: facts.form) { passage.names.append(facts.form) }
      passage.hasCapital = passage.hasCapital || known.names.isCapital(id)
      passage.isNegative = passage.isNegative || known.negates(id)
    }
    if count.words < ids.count { words = ids.filter { kind($0) != .gap }[...] }
    if count.wordsAlone < ids.count { wordsAlone = ids.filter { kind($0) == .word }[...] }
    (passage.words, passage.wordsAlone) = (words, wordsAlone)
    if mayHaveNumbers { passage.numbers = numbers(words) }
    return passage
  }

  private func kind(_ id: UInt32) -> Token.Kind { known.kind(id) }

  private func numbers(_ ids: ArraySlice<UInt32>) -> [NumberReader.Finding] {
    let words = ids.map { known.lexicon.words[Int($0)] }
    let forms = words.map { known.lexicon.forms[Int($0.form)].spelling }
    return numberReader.findings(in: words, forms: forms) { place in
      // Some Han characters are numbers beside others only; all are of three bytes from E3 on.
      levels.found(ids[ids.startIndex + place]).mayBeNumber
        || words[place].plain.utf8.first.map { $0 >= 0xE3 } ?? false
    }
  }

  /// The form of a word.
  func form(_ word: UInt32) -> UInt32 { known.form(word) }

  /// Whether a number may begin with a word.
  mutating func mayBeNumber(_ word: UInt32) -> Bool { levels.facts(word).mayBeNumber }

  /// The spelling of the form of a word.
  func spelling(_ word: UInt32) -> String { known.lexicon.forms[Int(form(word))].spelling }

  /// The letters of all forms without the spaces between them; O(letters).
  func joined(_ passage: Passage) -> String {
    passage.wordsAlone.reduce(into: "") { $0 += spelling($1) }
  }

  /// The forms with one sign for each number, however written.
  func numberless(_ passage: Passage) -> [UInt32] {
    var result: [UInt32] = []
    var at = 0
    func take(until end: Int) {
      for id in passage.words.dropFirst(at).prefix(end - at) where kind(id) == .word {
        result.append(form(id))
      }
    }
    for number in passage.numbers where number.words.lowerBound >= at {
      take(until: number.words.lowerBound)
      result.append(UInt32.max)
      at = number.words.upperBound
    }
    take(until: passage.words.count)
    return result
  }

  /// The id of the skeleton of a word's form; equal for spellings of one word.
  mutating func skeleton(of word: UInt32) -> UInt32 {
    levels.skeleton(of: form(word), known)
  }
}

// MARK: - What is left of words

extension PassageReader {
  /// Whether the words are the same, punctuation included, the transcriber's marks taken off.
  func arePlainlySame(_ a: Passage, _ b: Passage) -> Bool {
    areSame(a.words, b.words) { $0.plain }
  }

  /// Whether the words are the same without punctuation, that inside them included.
  func areBarelySame(_ a: Passage, _ b: Passage) -> Bool {
    areSame(a.wordsAlone, b.wordsAlone) { $0.bare }
  }

  /// Whether they are so with case folded besides; accents stay.
  func areSameButForCase(_ a: Passage, _ b: Passage) -> Bool {
    areSame(a.wordsAlone, b.wordsAlone) { $0.caseless }
  }

  /// Compares words one by one by one of their facts, which making the passages has found.
  private func areSame(
    _ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>, by level: (WordLevels.Facts) -> UInt32
  ) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { x, y in
        x == y || level(levels.found(x)) == level(levels.found(y))
      }
  }

  /// Whether the forms are the same, or their letters joined; O(letters).
  func haveSameLetters(_ a: Passage, _ b: Passage) -> Bool {
    guard let x = a.wordsAlone.first, let y = b.wordsAlone.first else {
      return a.wordCount == b.wordCount
    }
    if a.wordCount == 1, b.wordCount == 1, form(x) == form(y) { return true }
    // Different first letters of ASCII tell nearly all, and no mark behind them can make them
    // equal.
    if let first = spelling(x).utf8.first, let other = spelling(y).utf8.first,
      first < 0x80, other < 0x80, first != other
    {
      return false
    }
    return joined(a) == joined(b)
  }

  /// Whether the forms are the same but for the writing of numbers.
  func areNumberlesslySame(_ a: Passage, _ b: Passage) -> Bool {
    if a.numbers.isEmpty && b.numbers.isEmpty {
      return a.wordCount == b.wordCount
        && zip(a.wordsAlone, b.wordsAlone).allSatisfy { form($0) == form($1) }
    }
    return numberless(a) == numberless(b) && haveSameNumbers(a, b)
  }

  /// Whether the numbers have the same values, one by one; two words that may be none at all, `I`
  /// and `one`, are the same only as words.
  private func haveSameNumbers(_ a: Passage, _ b: Passage) -> Bool {
    zip(a.numbers, b.numbers).allSatisfy { x, y in
      guard x.value == y.value else { return false }
      if x.isCertain || y.isCertain { return true }
      let (m, n) = (words(of: x, in: a), words(of: y, in: b))
      return m.count == n.count && zip(m, n).allSatisfy { form($0) == form($1) }
    }
  }

  private func words(
    of number: NumberReader.Finding, in passage: Passage
  ) -> ArraySlice<UInt32> {
    passage.words.dropFirst(number.words.lowerBound).prefix(number.words.count)
  }
}
