/// How much each element counts: the rarer, the more.
struct TokenModel: Sendable {
  let vocabulary: Vocabulary
  /// Rarity from 0 (as frequent as can be) to 1 (once a witness or less).
  let rarity: [Score]
  /// Score of the element beside itself.
  let match: [Score]
  /// Place of the most frequent elements in a table of pairs, -1 for all others. Each `PairScore`
  /// has such a table; this is the same in all.
  let tableIndex: [Int32]
  /// Weight in a run of equal elements.
  let anchor: [Score]

  /// Elements whose pairs are kept in a table: as many as make a table of 2 MB, and in prose three
  /// quarters of all tokens.
  static let tableSize = 1024

  /// Counts the elements of all rows, each row as often as its weight says.
  ///
  /// With L tokens a witness on average and f occurrences of an element a witness, its rarity is
  /// log(L/f) / log L.
  init(vocabulary: Vocabulary, rows: [[UInt32]], weights: [Int]) {
    self.vocabulary = vocabulary
    var occurrences = [Int](repeating: 0, count: vocabulary.count)
    for (row, weight) in zip(rows, weights) {
      for id in row { occurrences[Int(id)] += weight }
    }
    let rarity = Self.rarity(occurrences, witnesses: weights.reduce(0, +))
    self.rarity = rarity
    tableIndex = Self.mostFrequent(occurrences)
    func weigh(_ id: Int, word: Score, mark: Score) -> Score {
      vocabulary.kinds[id] == .word ? word : mark
    }
    match = rarity.indices.map { id in
      let bonus = Parameters.rarity * (rarity[id] - Fixed.one / 2) / Fixed.one
      return weigh(id, word: Fixed.one + bonus, mark: Parameters.punctuationMatch)
    }
    anchor = rarity.indices.map { id in
      weigh(id, word: Parameters.anchorWord + rarity[id], mark: Parameters.anchorMark)
    }
  }

  /// log(L/f) / log L of each element, within 0 and 1, by its occurrences in so many witnesses.
  private static func rarity(_ occurrences: [Int], witnesses: Int) -> [Score] {
    let all = Fixed.log2(max(1, occurrences.reduce(0, +)))
    let meanLength = max(1 << 16, all - Fixed.log2(max(1, witnesses)))
    return occurrences.map { count in
      let ratio = (all - Fixed.log2(max(1, count))) * Int(Fixed.one) / meanLength
      return Score(min(max(ratio, 0), Int(Fixed.one)))
    }
  }

  /// Numbers the most frequent elements, of equal ones those of smaller id.
  private static func mostFrequent(_ occurrences: [Int]) -> [Int32] {
    var index = [Int32](repeating: -1, count: occurrences.count)
    var order = [Int](occurrences.indices)
    if order.count > tableSize {
      order.sort {
        occurrences[$0] != occurrences[$1] ? occurrences[$0] > occurrences[$1] : $0 < $1
      }
    }
    for (place, id) in order.prefix(tableSize).enumerated() { index[id] = Int32(place) }
    return index
  }
}
