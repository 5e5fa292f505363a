/// Words that lean towards the word after them: articles, prepositions, conjunctions.
///
/// They are told from the texts alone, without knowing the language. Such words are frequent, and
/// marks stand before them rather than after them, while particles that lean backwards, like Greek
/// γάρ or Chinese 也, and verbs that end a clause have marks after them. Where witnesses have no
/// marks, frequency decides.
struct LeaningWords: Sendable {
  private let leans: [Bool]

  /// Occurrences a witness from which a word counts as frequent; in a text of some dozen words the
  /// rarity of a word that occurs two or three times says nothing.
  private static let occurrences = 4
  /// Square of the standard deviations by which marks after a word must outnumber those before it.
  private static let significance = 4

  /// Counts the words of all rows and the marks around them; O(N) for N tokens.
  init(_ rows: CanonicalRows, _ model: TokenModel) {
    var counts = Counts(model.vocabulary)
    for (row, weight) in zip(rows.rows, rows.weights) { counts.add(row, weight) }
    let witnesses = rows.weights.reduce(0, +)
    leans = counts.uses.indices.map { word in
      counts.uses[word] >= Self.occurrences * witnesses
        && model.rarity[word] < Parameters.contentRarity
        && !counts.isRatherMarkedAfter(word, witnesses, Self.significance)
    }
  }

  /// Whether a word leans towards the one after it.
  subscript(word: UInt32) -> Bool { leans[Int(word)] }
}

extension LeaningWords {
  /// How often words occur, and marks before and after them; a word once for each witness.
  private struct Counts {
    private let vocabulary: Vocabulary
    private(set) var uses: [Int]
    private var before: [Int]
    private var after: [Int]

    init(_ vocabulary: Vocabulary) {
      self.vocabulary = vocabulary
      uses = [Int](repeating: 0, count: vocabulary.count)
      before = [Int](repeating: 0, count: vocabulary.count)
      after = [Int](repeating: 0, count: vocabulary.count)
    }

    /// Adds the tokens of a row; several marks between two words are one.
    mutating func add(_ row: [UInt32], _ weight: Int) {
      var last: Int?
      var isMarked = false
      for word in row.lazy.map(Int.init) {
        guard vocabulary.isWord(UInt32(word)) else {
          if let last, !isMarked { after[last] += weight }
          isMarked = true
          continue
        }
        uses[word] += weight
        if isMarked, last != nil { before[word] += weight }
        last = word
        isMarked = false
      }
    }

    /// Whether marks stand after a word more often than before it by more than some standard
    /// deviations, of which the square is given.
    ///
    /// Witnesses of one text are no independent samples: what counts is the mean of them.
    func isRatherMarkedAfter(_ word: Int, _ witnesses: Int, _ significance: Int) -> Bool {
      let excess = after[word] - before[word]
      let variance = (after[word] + before[word]) * witnesses
      return excess > 0 && excess * excess > significance * variance
    }
  }
}
