/// The score of two tokens in one column.
///
/// One value for each thread, since it keeps what it computed; no result depends on that.
struct PairScore: ~Copyable {
  let model: TokenModel
  private var similarity: Similarity
  /// Pairs of unlike words asked for since the value was made.
  private(set) var asked = 0
  /// Scores of pairs of frequent words, made when first asked for, or `unknown`.
  private var table: UnsafeMutablePointer<Int16>?
  private var partners = Scratch<Partner>()
  /// Elements of the table on either side.
  private let tableSize: Int

  /// No score.
  private static let unknown = Int16.min

  /// Begins without a score; the table of frequent words is made when two of them are asked for.
  init(_ model: TokenModel) {
    self.model = model
    tableSize = min(TokenModel.tableSize, model.tableIndex.count)
    similarity = Similarity(model.vocabulary.skeletons)
  }

  deinit { table?.deallocate() }

  /// The score of two elements, -1126 to 1280 (-1.1 to 1.25); symmetric.
  ///
  /// Looks up only as much as it needs; `fill` looks everything up once for many pairs.
  mutating func score(_ a: UInt32, _ b: UInt32) -> Score {
    if a == b { return model.match[Int(a)] }
    guard model.vocabulary.isWord(a), model.vocabulary.isWord(b) else {
      return unlike(model.vocabulary.isWord(a), model.vocabulary.isWord(b))
    }
    asked += 1
    let (place, other) = (model.tableIndex[Int(a)], model.tableIndex[Int(b)])
    if place >= 0, other >= 0 { return frequent(a, b, place: Int(place), Int(other)) }
    return wordScore(similarity.of(a, b), min(model.match[Int(a)], model.match[Int(b)]))
  }

  /// Scores of every token of one list with every token of another, row by row: what `score` gives
  /// for each pair.
  ///
  /// What is looked up of the second list is laid side by side first. There are as many rows as the
  /// first has tokens, and each would find it all over the memory of the vocabulary again.
  mutating func fill(
    _ table: UnsafeMutablePointer<Int16>, _ first: UnsafeBufferPointer<UInt32>,
    _ second: UnsafeBufferPointer<UInt32>
  ) {
    partners.reserve(second.count)
    for (place, token) in second.enumerated() { partners.base[place] = partner(token) }
    for (row, token) in first.enumerated() {
      let own = partner(token)
      let line = table + row * second.count
      for place in 0..<second.count {
        line[place] = Int16(truncatingIfNeeded: score(own, partners.base[place]))
      }
    }
  }

  /// All that a score depends on of one token.
  private struct Partner: BitwiseCopyable {
    var type: Skeletons.WordType
    var token: UInt32
    var match: Score
    /// Place in the table of frequent words, or -1.
    var place: Int32
    var isWord: Bool
  }

  private func partner(_ token: UInt32) -> Partner {
    Partner(
      type: model.vocabulary.skeletons.types[Int(token)], token: token,
      match: model.match[Int(token)], place: model.tableIndex[Int(token)],
      isWord: model.vocabulary.isWord(token))
  }

  @inline(__always)
  private mutating func score(_ a: Partner, _ b: Partner) -> Score {
    if a.token == b.token { return a.match }
    guard a.isWord, b.isWord else { return unlike(a.isWord, b.isWord) }
    asked += 1
    if a.place >= 0, b.place >= 0 {
      return frequent(a.token, b.token, place: Int(a.place), Int(b.place))
    }
    return wordScore(similarity.of(a.token, a.type, b.token, b.type), min(a.match, b.match))
  }

  /// The score of two unlike elements that are not both words.
  private func unlike(_ isWord: Bool, _ isOtherWord: Bool) -> Score {
    isWord != isOtherWord ? Parameters.wordBesideMark : Parameters.punctuationMismatch
  }

  /// The score of two frequent words, which is computed when first asked for.
  private mutating func frequent(_ a: UInt32, _ b: UInt32, place: Int, _ other: Int) -> Score {
    let table = self.table ?? makeTable()
    let known = table[place * tableSize + other]
    if known != Self.unknown { return Score(known) }
    let types = (similarity.skeletons.types[Int(a)], similarity.skeletons.types[Int(b)])
    let likeness = similarity.of(a, types.0, b, types.1, isKept: false)
    let score = wordScore(likeness, min(model.match[Int(a)], model.match[Int(b)]))
    table[place * tableSize + other] = Int16(truncatingIfNeeded: score)
    table[other * tableSize + place] = Int16(truncatingIfNeeded: score)
    return score
  }

  private mutating func makeTable() -> UnsafeMutablePointer<Int16> {
    let new = UnsafeMutablePointer<Int16>.allocate(capacity: tableSize * tableSize)
    new.initialize(repeating: Self.unknown, count: tableSize * tableSize)
    table = new
    return new
  }

  /// From -512 (-0.5) for unlike words to 0.85 of a match for almost equal ones, in proportion.
  private func wordScore(_ similarity: Score, _ match: Score) -> Score {
    let excess = similarity - Parameters.similarityFloor
    guard excess > 0 else { return Parameters.mismatch }
    let reach = Parameters.likeness * match / Fixed.one - Parameters.mismatch
    return Parameters.mismatch + excess * reach / (Fixed.one - Parameters.similarityFloor)
  }

  /// The most that a word or mark can score beside another, given its score beside itself.
  static func mostUnlike(_ match: Score) -> Score {
    max(Parameters.likeness * match / Fixed.one, Parameters.punctuationMismatch)
  }

  /// Likeness of two words, 0 to 1024.
  mutating func likeness(_ a: UInt32, _ b: UInt32) -> Score { similarity.of(a, b) }

  /// Likeness of several words written as one to another word, 0 to 1024.
  mutating func likeness(joining parts: [UInt32], _ word: UInt32) -> Score {
    similarity.of(joining: parts, word)
  }
}
