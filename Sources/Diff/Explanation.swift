/// What put an element into its column.
public enum PlacementReason: Sendable, Equatable {
  /// The row is the only one, or has met no other in this column.
  case alone
  /// A run of so many equal words, found before all else, in the merge with its nearest relatives.
  case anchor(length: Int)
  /// An exact comparison of so many columns on this side with so many on the other, likewise.
  case window(Int, Int)
  /// The row was aligned again here with all others, which gained so much, in 1/1024.
  case refinement(gain: Int)
  /// It has its equal here, with the words beside it, and stood beside nothing equal across the
  /// gap.
  case counterpart
  /// The gap before it could as well stand after it, and gaps come late.
  case gapPlacement
  /// The gap beside it was moved to the beginning of a sentence.
  case sentence
  /// The gap beside it was moved to where marks face marks, or to where a clause begins.
  case marks
  /// The gap beside it was moved to the beginning of a phrase.
  case phrase
  /// A row has two words one after the other that stood in one column in others.
  case conflation
  /// It is the joining of words that others write apart, or goes with one.
  case division
  /// A mark whose words on both sides are neighbors: there is one place for it.
  case onlySlot
  /// A mark that went where most other rows have the like, or to the first slot if none has.
  case votedSlot
  /// A mark that opens something, before the word that it belongs to.
  case openingSlot
}

/// How well an element stands in its column, and where else it might stand.
public struct Weighing: Sendable, Equatable {
  /// Score against the other rows in its column, in 1/1024; nil where it has the column alone.
  public internal(set) var score: Int?
  /// The best of the columns between its neighbors, and the score there; nil where there is none.
  public internal(set) var next: (column: Int, score: Int)?
  /// Each other element of its column with the likeness of the two, 0 to 1024.
  public internal(set) var likenesses: [(element: UInt32, likeness: Int)]

  /// Written out, since tuples have no `==` of their own; likenesses are compared in their order.
  public static func == (a: Weighing, b: Weighing) -> Bool {
    a.score == b.score && a.next?.column == b.next?.column && a.next?.score == b.next?.score
      && a.likenesses.elementsEqual(b.likenesses) {
        $0.element == $1.element && $0.likeness == $1.likeness
      }
  }
}

/// Tells how well elements stand, for a reader who questions an alignment.
///
/// Made once for a table, O(N) for N elements in W rows; asked for single places, O(W log N) for
/// each column looked at, which are those between the neighbors of the element.
public struct PlacementScale: ~Copyable {
  let rows: [[UInt32]]
  let vocabulary: Vocabulary
  let alignment: MultipleAlignment
  var pairs: PairScore
  /// For each element how many words stand before it in its row; empty where words and marks were
  /// aligned together.
  let wordsBefore: [[Int32]]

  /// The rows as they were aligned, with their vocabulary and the result.
  public init(_ rows: [[UInt32]], _ vocabulary: Vocabulary, _ alignment: MultipleAlignment) {
    self.rows = rows
    self.vocabulary = vocabulary
    self.alignment = alignment
    let isWordsOnly = alignment.trace?.isWordsOnly ?? false
    wordsBefore = isWordsOnly ? rows.map { Self.wordsBefore($0, vocabulary) } : []
    // The weights of words are those they were aligned by.
    let weights = alignment.trace?.weights ?? [Int](repeating: 1, count: rows.count)
    pairs = PairScore(
      TokenModel(
        vocabulary: vocabulary, rows: alignment.trace?.rows ?? rows, weights: weights))
  }

  private static func wordsBefore(_ row: [UInt32], _ vocabulary: Vocabulary) -> [Int32] {
    var count: Int32 = 0
    return row.map { element in
      defer { if vocabulary.isWord(element) { count += 1 } }
      return count
    }
  }

  /// Weighs an element of a row.
  public mutating func weigh(row: Int, element: Int) -> Weighing {
    let columns = alignment.columns[row]
    let own = Int(columns[element])
    let before = element == 0 ? -1 : Int(columns[element - 1])
    let after = element + 1 < columns.count ? Int(columns[element + 1]) : alignment.columnCount
    let id = rows[row][element]
    let here = score(id, row, own)
    var weighing = Weighing(score: here.map(Int.init), next: nil, likenesses: [])
    for column in before + 1..<after where column != own {
      guard let score = score(id, row, column) else { continue }
      if score > Score(weighing.next?.score ?? Int(Int32.min)) {
        weighing.next = (column, Int(score))
      }
    }
    for other in Set(others(in: own, of: row)).sorted() {
      weighing.likenesses.append((other, Int(pairs.likeness(id, other))))
    }
    return weighing
  }

  /// What the other rows have in a column.
  private func others(in column: Int, of row: Int) -> [UInt32] {
    rows.indices.compactMap { other in
      guard other != row else { return nil }
      return alignment.columns[other].place(of: Int32(column)).map { rows[other][$0] }
    }
  }

  /// The score of an element beside what the other rows have in a column, as in refinement.
  private mutating func score(_ id: UInt32, _ row: Int, _ column: Int) -> Score? {
    let present = others(in: column, of: row)
    guard !present.isEmpty else { return nil }
    let all = Int32(rows.count - 1)
    let share = Fixed.share(1, of: all)
    var score = ColumnScore()
    for other in present { score.add(pairs.score(id, other), shares: Fixed.whole, share) }
    return score.value(occupied: Fixed.whole, Fixed.share(Int32(present.count), of: all))
  }
}
