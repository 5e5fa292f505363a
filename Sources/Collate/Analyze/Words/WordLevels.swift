/// Compares runs of words with more and more of the outward differences taken away.
///
/// Each word is folded once a level, when it is first asked for, and is a number from then on.
struct WordLevels {
  /// What is left of a word.
  enum Level: Int, CaseIterable {
    /// The transcriber's marks taken off, in NFC.
    case plain
    /// Punctuation taken away besides, but for the separators in figures.
    case bare
    /// Case folded besides. Accents stay.
    case caseless

    var folding: Folding? {
      switch self {
      case .plain: nil
      case .bare: Folding(dropsPunctuation: true)
      case .caseless: Folding(dropsCase: true, dropsPunctuation: true)
      }
    }
  }

  /// By level and word: id of what is left of the word plus one; 0 where not yet asked for.
  private var ids: [[UInt32]]
  private var table = ByteTable()

  init(wordCount: Int) {
    ids = Level.allCases.map { _ in [UInt32](repeating: 0, count: wordCount) }
  }

  /// Whether two runs of words are equal at a level; words of which nothing is left do not count.
  mutating func areEqual(
    _ level: Level, _ a: [UInt32], _ b: [UInt32], _ lexicon: Lexicon
  ) -> Bool {
    let x = a.map { id(level, $0, lexicon) }
    let y = b.map { id(level, $0, lexicon) }
    return level == .plain
      ? x == y : x.filter { $0 != Self.nothing } == y.filter { $0 != Self.nothing }
  }

  private static let nothing = UInt32.max

  private mutating func id(_ level: Level, _ word: UInt32, _ lexicon: Lexicon) -> UInt32 {
    let known = ids[level.rawValue][Int(word)]
    if known != 0 { return known }
    let id = makeID(level, lexicon.words[Int(word)])
    ids[level.rawValue][Int(word)] = id
    return id
  }

  private mutating func makeID(_ level: Level, _ word: Lexicon.Word) -> UInt32 {
    guard let folding = level.folding else { return table.intern(word.plain, tag: 0) + 1 }
    guard word.kind == .word else { return Self.nothing }
    let hasDigit = word.plain.unicodeScalars.contains { Figures.digit($0) != nil }
    let left = hasDigit ? word.plain.lowercased() : folding.fold(word.plain)
    return table.intern(left.isEmpty ? word.plain : left, tag: 0) + 1
  }
}
