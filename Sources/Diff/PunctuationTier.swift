/// Puts punctuation marks, and places where something was left out, between words already aligned.
///
/// Aligned together with words, a comma in the right place pulls the wrong words into one column.
/// So marks wait. A slot is the space before a word column, or after the last. Where a row has the
/// words on both sides of its marks in neighboring columns, their slot is forced. Where it skips
/// columns there, the slot with the most equal forced marks is taken, else that with the most
/// marks, else the first; only forced marks vote, so that no row's choice depends on another's.
/// Opening marks go to the slot before their word.
///
/// Within a slot the marks of all rows are aligned by equality first, then by position.
///
/// Time O(N + M log M + C) for N tokens, M of them marks, and C columns. Besides, marks that may
/// choose are compared with all forced marks of at most `choiceLimit` slots, and a slot in which
/// rows differ takes the square of the number of its marks.
struct PunctuationTier {
  private let vocabulary: Vocabulary
  private let rows: [[UInt32]]
  private let weights: [Int]
  private let wordColumns: [[Int32]]
  private let wordColumnCount: Int
  /// Marks in forced slots, ordered by slot.
  private var votes: [Vote] = []
  /// Where the votes of each slot start, with the end of the last.
  private var voteStarts: [Int] = []
  /// Marks of each slot.
  private var pieces: [Piece] = []

  /// Slots up to which all between two words are open to choice; in longer omissions only the first
  /// and the last are, since a full stop belongs to one of the words beside it, not into the
  /// middle.
  private static let choiceLimit = 12

  private struct Vote {
    var slot: Int32
    var mark: UInt32
    var weight: Int
  }

  /// Neighboring marks of one row in one slot.
  private struct Piece {
    var slot: Int32
    var row: Int32
    var tokens: Range<Int32>
  }

  /// Marks between two words and the slots they may stand in.
  private struct Group {
    var row: Int
    var tokens: Range<Int>
    var slots: ClosedRange<Int>
  }

  /// - Parameters:
  ///   - all: Distinct rows with marks.
  ///   - words: The column of each word of each of them, below `columnCount`.
  init(_ all: CanonicalRows, words: [[Int32]], columnCount: Int, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    rows = all.rows
    weights = all.weights
    wordColumns = words
    wordColumnCount = columnCount
  }

  /// The table of words and marks, and the final column of each word column.
  mutating func place() -> (table: Table, wordColumns: [Int32]) {
    let groups = self.groups()
    countVotes(groups)
    for group in groups { assign(group) }
    pieces.sort {
      ($0.slot, $0.row, $0.tokens.lowerBound) < ($1.slot, $1.row, $1.tokens.lowerBound)
    }
    return build()
  }

  /// What put each word and mark into its column, given the reasons of the words.
  func reasons(words: [[PlacementReason]]) -> [[PlacementReason]] {
    var result = rows.map { $0.map { _ in PlacementReason.onlySlot } }
    for (row, tokens) in rows.enumerated() {
      var word = 0
      for (k, token) in tokens.enumerated() where vocabulary.isWord(token) {
        result[row][k] = words[row][word]
        word += 1
      }
    }
    for group in groups() where group.slots.count > 1 {
      let openings = trailingOpenings(group)
      for k in group.tokens { result[group.row][k] = k < openings ? .votedSlot : .openingSlot }
    }
    return result
  }

  // MARK: Slots

  /// All stretches of marks of all rows.
  private func groups() -> [Group] {
    var result: [Group] = []
    for (row, tokens) in rows.enumerated() {
      var word = 0
      var start = 0
      func close(at end: Int) {
        guard end > start else { return }
        let low = word == 0 ? 0 : Int(wordColumns[row][word - 1]) + 1
        let high = word == wordColumns[row].count ? wordColumnCount : Int(wordColumns[row][word])
        result.append(Group(row: row, tokens: start..<end, slots: low...high))
      }
      for (k, token) in tokens.enumerated() where vocabulary.isWord(token) {
        close(at: k)
        word += 1
        start = k + 1
      }
      close(at: tokens.count)
    }
    return result
  }

  /// Lists the marks that have one slot only, by slot.
  private mutating func countVotes(_ groups: [Group]) {
    for group in groups where group.slots.count == 1 {
      for k in group.tokens {
        votes.append(
          Vote(
            slot: Int32(group.slots.lowerBound), mark: rows[group.row][k],
            weight: weights[group.row]))
      }
    }
    votes.sort { ($0.slot, $0.mark) < ($1.slot, $1.mark) }
    voteStarts = [Int](repeating: 0, count: wordColumnCount + 2)
    for vote in votes { voteStarts[Int(vote.slot) + 1] += 1 }
    for slot in 0...wordColumnCount { voteStarts[slot + 1] += voteStarts[slot] }
  }

  /// Decides the slot of a group, of its opening marks apart.
  private mutating func assign(_ group: Group) {
    let openings = trailingOpenings(group)
    let closing = group.tokens.lowerBound..<openings
    if !closing.isEmpty { append(group.row, closing, slot: chosenSlot(group, closing)) }
    if openings < group.tokens.upperBound {
      append(group.row, openings..<group.tokens.upperBound, slot: group.slots.upperBound)
    }
  }

  /// Adds marks of a row to a slot, those of the same slot before them included.
  private mutating func append(_ row: Int, _ tokens: Range<Int>, slot: Int) {
    let range = Int32(tokens.lowerBound)..<Int32(tokens.upperBound)
    if let last = pieces.last, last.row == row, Int(last.slot) == slot,
      last.tokens.upperBound == range.lowerBound
    {
      pieces[pieces.count - 1].tokens = last.tokens.lowerBound..<range.upperBound
    } else {
      pieces.append(Piece(slot: Int32(slot), row: Int32(row), tokens: range))
    }
  }

  /// Where the opening marks at the end of a group begin.
  private func trailingOpenings(_ group: Group) -> Int {
    var start = group.tokens.upperBound
    while start > group.tokens.lowerBound,
      vocabulary.kinds[Int(rows[group.row][start - 1])] == .opening
    {
      start -= 1
    }
    return start
  }

  /// The slot with the most votes for marks like these, of equal ones the first.
  private func chosenSlot(_ group: Group, _ tokens: Range<Int>) -> Int {
    let slots = group.slots
    guard slots.count > 1 else { return slots.lowerBound }
    var best = slots.lowerBound
    var bestVotes = (equal: -1, any: -1)
    func consider(_ slot: Int) {
      var count = (equal: 0, any: 0)
      for vote in votes[voteStarts[slot]..<voteStarts[slot + 1]] {
        count.any += vote.weight
        if rows[group.row][tokens].contains(vote.mark) { count.equal += vote.weight }
      }
      if count > bestVotes {
        bestVotes = count
        best = slot
      }
    }
    if slots.count <= Self.choiceLimit {
      slots.forEach(consider)
    } else {
      consider(slots.lowerBound)
      consider(slots.upperBound)
    }
    return best
  }

  // MARK: Columns

  /// Numbers the columns of words and marks and gives each token its own.
  private func build() -> (table: Table, wordColumns: [Int32]) {
    var columns = rows.map { [Int32](repeating: 0, count: $0.count) }
    var finalColumns = [Int32](repeating: 0, count: wordColumnCount)
    var next: Int32 = 0
    var piece = 0
    for slot in 0...wordColumnCount {
      let first = piece
      while piece < pieces.count, Int(pieces[piece].slot) == slot { piece += 1 }
      if piece > first { next = place(pieces[first..<piece], from: next, into: &columns) }
      if slot < wordColumnCount {
        finalColumns[slot] = next
        next += 1
      }
    }
    for (row, tokens) in rows.enumerated() {
      var word = 0
      for (k, token) in tokens.enumerated() where vocabulary.isWord(token) {
        columns[row][k] = finalColumns[Int(wordColumns[row][word])]
        word += 1
      }
    }
    return (Table(rows: columns, columnCount: Int(next)), finalColumns)
  }

  /// Places the marks of one slot, of which there are some, from a column on; returns the column
  /// after them.
  private func place(
    _ pieces: ArraySlice<Piece>, from column: Int32, into columns: inout [[Int32]]
  ) -> Int32 {
    // The same marks in all of them, as nearly everywhere, stand one after the other.
    let first = marks(pieces[pieces.startIndex])
    if pieces.allSatisfy({ marks($0) == first }) {
      for piece in pieces {
        for (place, k) in piece.tokens.enumerated() {
          columns[Int(piece.row)][Int(k)] = column + Int32(place)
        }
      }
      return column + Int32(first.count)
    }
    var slot = MarkSlot(vocabulary)
    let places = slot.align(pieces.map { (Array(marks($0)), weights[Int($0.row)]) })
    for (piece, places) in zip(pieces, places) {
      for (k, place) in zip(piece.tokens, places) {
        columns[Int(piece.row)][Int(k)] = column + Int32(place)
      }
    }
    return column + Int32(slot.columns.count)
  }

  private func marks(_ piece: Piece) -> ArraySlice<UInt32> {
    rows[Int(piece.row)][Int(piece.tokens.lowerBound)..<Int(piece.tokens.upperBound)]
  }
}
