/// Words with more and more of their outward differences taken away, as numbers.
///
/// Each word is looked at once, when it is first asked for.
struct WordLevels {
  /// What a comparison needs of one word; ids are equal where what is left is.
  struct Facts: Equatable {
    var kind: Token.Kind
    var form: UInt32
    /// The transcriber's marks and characters without a picture taken off, in NFC.
    var plain: UInt32
    /// Punctuation taken away besides, but for the separators in figures.
    var bare: UInt32
    /// Case folded besides. Accents stay.
    var caseless: UInt32
    /// Whether brackets were taken off.
    var isBracketed: Bool
    var isHyphenated: Bool
    /// Whether it has a digit or can begin a Roman numeral or a number spelled out.
    var mayBeNumber: Bool
  }

  private let lexicon: Lexicon
  private let numbers: NumberReader
  private var found: [Facts] = []
  /// By word: place of its facts in `found` plus one; 0 where not yet asked for.
  private var places: [UInt32]
  /// By form: id of its skeleton plus one; 0 where not yet asked for.
  private var skeletons: [UInt32]
  private var table = ByteTable()

  /// Makes room for every word and form of a lexicon, O(words + forms); none is looked at yet.
  init(_ lexicon: Lexicon, _ numbers: NumberReader = NumberReader()) {
    self.lexicon = lexicon
    self.numbers = numbers
    places = [UInt32](repeating: 0, count: lexicon.words.count)
    skeletons = [UInt32](repeating: 0, count: lexicon.forms.count)
  }

  /// The facts of a word, found out where it is asked for first.
  mutating func facts(_ id: UInt32) -> Facts {
    if places[Int(id)] == 0 {
      found.append(makeFacts(lexicon.words[Int(id)]))
      places[Int(id)] = UInt32(found.count)
    }
    return found(id)
  }

  /// The facts of a word that was asked for before.
  func found(_ id: UInt32) -> Facts { found[Int(places[Int(id)]) - 1] }

  /// The number of a form's skeleton, which is made when it is first asked for.
  mutating func skeleton(of form: UInt32, _ known: WordKnowledge) -> UInt32 {
    if skeletons[Int(form)] == 0 {
      let skeleton = known.spelling.skeleton(of: lexicon.forms[Int(form)].spelling)
      // Scalars as they lie in memory; the tag keeps them apart from text.
      let id = skeleton.withUnsafeBytes { bytes in
        table.intern(bytes.bindMemory(to: UInt8.self), tag: 1)
      }
      skeletons[Int(form)] = id + 1
    }
    return skeletons[Int(form)]
  }

  private mutating func makeFacts(_ word: Lexicon.Word) -> Facts {
    hasOnlyLetters(word.plain) ? makeFactsOfLetters(word) : makeFactsOfSigns(word)
  }

  /// Whether a word is of the letters a to z alone, as most are in the texts that have them.
  private func hasOnlyLetters(_ plain: String) -> Bool {
    plain.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// The same as `makeFactsOfSigns` gives for such a word, of which nothing can be taken away but
  /// its case; in a quarter of the time.
  mutating func makeFactsOfLetters(_ word: Lexicon.Word) -> Facts {
    let plain = table.intern(word.plain, tag: 0)
    let isSmall = word.plain.utf8.allSatisfy { $0 >= 0x61 }
    return Facts(
      kind: word.kind, form: word.form, plain: plain, bare: plain,
      caseless: isSmall ? plain : table.intern(word.plain.lowercased(), tag: 0),
      isBracketed: isBracketed(word), isHyphenated: false, mayBeNumber: mayBeNumber(word))
  }

  /// Whether brackets of the transcriber were taken off.
  private func isBracketed(_ word: Lexicon.Word) -> Bool {
    word.plain.utf8.count < word.written.utf8.count
      && word.written.utf8.contains { $0 == 0x5B || $0 == 0x5D }
  }

  private func mayBeNumber(_ word: Lexicon.Word) -> Bool {
    word.kind == .word
      && numbers.mayBegin(word.plain, form: lexicon.forms[Int(word.form)].spelling)
  }

  /// The facts of a token of any characters.
  mutating func makeFactsOfSigns(_ word: Lexicon.Word) -> Facts {
    let plain = word.plain
    let hasDigit = plain.unicodeScalars.contains { Figures.digit($0) != nil }
    return Facts(
      kind: word.kind, form: word.form, plain: table.intern(Self.visible(plain), tag: 0),
      bare: left(of: plain, hasDigit ? Folding() : Folding(dropsPunctuation: true)),
      caseless: left(
        of: plain, Folding(dropsCase: true, dropsPunctuation: !hasDigit)),
      isBracketed: isBracketed(word),
      isHyphenated: plain.unicodeScalars.contains { LetterTables.leveled($0) == "-" },
      mayBeNumber: mayBeNumber(word))
  }

  /// The word without joiners, soft hyphens and their like, which are matters of encoding.
  private static func visible(_ plain: String) -> String {
    guard plain.unicodeScalars.contains(where: LetterTables.isInvisible) else { return plain }
    let rest = String(
      String.UnicodeScalarView(
        plain.unicodeScalars.filter { !LetterTables.isInvisible($0) }))
    return rest.isEmpty ? plain : rest
  }

  private mutating func left(of plain: String, _ folding: Folding) -> UInt32 {
    let left = folding.fold(plain)
    return table.intern(left.isEmpty ? plain : left, tag: 0)
  }
}
