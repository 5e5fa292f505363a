/// Finds words that some rows write in one and others in several, and puts the one beside the first
/// part.
///
/// Where the parts stand in neighboring columns, the joined word belongs to the column of the
/// first, as editors print it, and all of them form one unit: `ουκ εχει ] ουκεχει`.
///
/// Time O(C · W · k) for W rows in C columns, k different things that rows have in four neighboring
/// ones, and a similarity for each distinct pair of divided and joined writings at one place.
struct WordDivision {
  /// Next token of each row at or after the column under way.
  private var cursors: RowCursors
  /// The columns under way.
  private var columns: [Int32] = []
  /// What rows have in them, each once, and which of that each row has.
  private var kinds: [HeldWords] = []
  private var kindOfRow: [Int]
  /// The same as `kinds` in as many of the columns as are tried.
  private var heads: [HeldWords] = []
  /// How many these are.
  private var tried = 0
  /// What was asked of single words there.
  private var known: [(word: UInt32, isFirst: Bool, isJoining: Bool)] = []
  /// Divisions found, as nodes of first and last column.
  private var found: [(first: Int32, last: Int32)] = []

  /// Likeness of a word to parts written as one from which it is their joining, 0.6 in 1/1024.
  private static let likeness: Score = 614
  /// The same where it begins with the first part, 0.45.
  private static let prefixLikeness: Score = 461
  /// How much liker it must be to all parts together than to any alone.
  private static let margin = Parameters.likerMargin
  /// How much liker single words must be to the first column to follow, 0.02.
  private static let followMargin: Score = 20
  /// Parts of a word at most.
  private static let maxParts = HeldWords.columns

  /// Begins before the first token of every row; `divide` must be given this very table.
  init(_ table: WorkingTable) {
    cursors = RowCursors(table)
    kindOfRow = [Int](repeating: 0, count: table.rows.count)
  }

  /// Moves joined words and returns the divisions as ranges of columns, ordered, not overlapping.
  mutating func divide(
    _ table: inout WorkingTable, _ pairs: inout PairScore
  ) -> [Range<Int>] {
    var node = table.next[0]
    while node != WorkingTable.border {
      let following = table.next[Int(node)]
      lookAt(node, &table, &pairs)
      cursors.pass(node, table)
      node = following
    }
    return ranges(&table)
  }

  /// Looks for a division that begins at a column, the longest first.
  private mutating func lookAt(
    _ node: Int32, _ table: inout WorkingTable, _ pairs: inout PairScore
  ) {
    columns.removeAll(keepingCapacity: true)
    columns.append(node)
    var hasGap = table.occupied[Int(node)] < table.total
    var next = table.next[Int(node)]
    while columns.count < Self.maxParts, next != WorkingTable.border, !table.isUnanimous(next) {
      columns.append(next)
      hasGap = hasGap || table.occupied[Int(next)] < table.total
      next = table.next[Int(next)]
    }
    guard hasGap, columns.count > 1 else { return }
    hold(table)
    for count in (2...columns.count).reversed() {
      if divide(count, &table, &pairs) { return }
    }
  }

  /// Notes what every row has in the columns.
  private mutating func hold(_ table: WorkingTable) {
    kinds.removeAll(keepingCapacity: true)
    for row in kindOfRow.indices {
      let held = held(row, table)
      if let kind = kinds.firstIndex(of: held) {
        kindOfRow[row] = kind
      } else {
        kindOfRow[row] = kinds.count
        kinds.append(held)
      }
    }
  }

  /// What a row has in the columns.
  private func held(_ row: Int, _ table: WorkingTable) -> HeldWords {
    var held = HeldWords()
    var (token, node) = (cursors.tokens[row], cursors.nodes[row])
    for (index, column) in columns.enumerated() where node == column {
      held.add(table.rows[row][token], column: index)
      token += 1
      node = table.place(row, token)
    }
    return held
  }

  /// Treats the first few columns as a division, if they are one.
  private mutating func divide(
    _ count: Int, _ table: inout WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    heads.removeAll(keepingCapacity: true)
    for kind in kinds { heads.append(kind.prefix(count)) }
    tried = count
    guard heads.contains(where: { $0.count == count }) else { return false }
    known.removeAll(keepingCapacity: true)
    let isStrayFound = moveStrays(&table, &pairs)
    let isJoinedFound = moveJoined(&table, &pairs)
    guard isStrayFound || isJoinedFound else { return false }
    for row in kindOfRow.indices {
      let head = heads[kindOfRow[row]]
      if head.count == 1, head.column > 0 {
        follow(row, from: columns[head.column], to: columns[0], &table, &pairs)
      }
    }
    found.append((columns[0], columns[count - 1]))
    return true
  }

  /// Draws the last words of rows that have nothing there to the first column; whether there are
  /// any.
  private mutating func moveStrays(
    _ table: inout WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    var isFound = false
    for row in kindOfRow.indices
    where heads[kindOfRow[row]].count == 0 && cursors.tokens[row] > 0
      && isStray(row, table, &pairs)
    {
      cursors.set(row, to: cursors.tokens[row] - 1, table)
      move(row, to: columns[0], &table)
      isFound = true
    }
    return isFound
  }

  /// Moves joined words to the first column; whether there are any.
  private mutating func moveJoined(
    _ table: inout WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    var isFound = false
    for row in kindOfRow.indices {
      let head = heads[kindOfRow[row]]
      guard head.count == 1, isJoining(head.first, isFirst: head.column == 0, &pairs) else {
        continue
      }
      if head.column > 0 { move(row, to: columns[0], &table) }
      isFound = true
    }
    return isFound
  }

  /// Moves the next token of a row to a column.
  private mutating func move(_ row: Int, to node: Int32, _ table: inout WorkingTable) {
    let token = cursors.tokens[row]
    table.move(row: row, token: token, to: node, .division)
    cursors.set(row, to: token, table)
  }

  /// Whether a word is one of the divided writings in one, rather than one of the words that stand
  /// beside others; asked once for all rows that have the word.
  private mutating func isJoining(
    _ word: UInt32, isFirst: Bool, _ pairs: inout PairScore
  ) -> Bool {
    if let index = known.firstIndex(where: { $0.word == word && $0.isFirst == isFirst }) {
      return known[index].isJoining
    }
    let isJoining =
      pairs.model.vocabulary.isWord(word) && !heads.contains { $0.count > 1 && $0.has(word) }
      && heads.contains {
        $0.count == tried && Self.isJoining(word, of: $0.writing, isFirst: isFirst, &pairs)
      }
    known.append((word, isFirst, isJoining))
    return isJoining
  }

  /// The same for one of the divided writings.
  private static func isJoining(
    _ word: UInt32, of parts: [UInt32], isFirst: Bool, _ pairs: inout PairScore
  ) -> Bool {
    guard parts.allSatisfy({ pairs.model.vocabulary.isWord($0) }) else { return false }
    let whole = pairs.likeness(joining: parts, word)
    let best = parts.reduce(Score(0)) { max($0, pairs.likeness($1, word)) }
    if whole >= likeness, whole > best + margin { return true }
    return !isFirst && parts.count == 2 && whole >= prefixLikeness
      && begins(word, parts[0], pairs.model)
  }

  /// Whether the last word of a row before the columns is the joining of what others divide there,
  /// while it is like nothing where it stands: of two joined words the first took its column, and
  /// the second that of the second part of the first.
  private mutating func isStray(
    _ row: Int, _ table: WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    let token = cursors.tokens[row] - 1
    let word = table.rows[row][token]
    let node = table.places[row][token]
    // First what is quickly told, and rules most words out: that another row has the word there.
    let isAlone = table.entries(node).allSatisfy { entry in
      let other = table.token(entry)
      return other == word
        ? table.weight(entry) == table.weights[row] : pairs.likeness(other, word) == 0
    }
    return isAlone && isJoining(word, isFirst: true, &pairs)
      && !isJoinedFarther(word, node, table, &pairs)
  }

  /// Whether a word is liker to the divided writings with what stands before them in its own
  /// column.
  private func isJoinedFarther(
    _ word: UInt32, _ node: Int32, _ table: WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    for entry in table.entries(node) where table.token(entry) != word {
      for parts in heads.lazy.filter({ $0.count == tried }).map(\.writing) {
        let without = pairs.likeness(joining: parts, word)
        if pairs.likeness(joining: [table.token(entry)] + parts, word) > without { return true }
      }
    }
    return false
  }

  /// Whether a word begins with a part that is no single letter.
  private static func begins(_ word: UInt32, _ part: UInt32, _ model: TokenModel) -> Bool {
    let skeletons = model.vocabulary.skeletons
    return skeletons.length(part) >= 2 && skeletons.hasPrefix(word, part)
  }

  /// Moves a single word to the column of the joined ones if it is liker to what stands there.
  private mutating func follow(
    _ row: Int, from: Int32, to: Int32, _ table: inout WorkingTable, _ pairs: inout PairScore
  ) {
    guard cursors.nodes[row] == from else { return }
    let word = table.rows[row][cursors.tokens[row]]
    if meanLikeness(word, to, table, &pairs)
      > meanLikeness(word, from, table, &pairs) + Self.followMargin
    {
      move(row, to: to, &table)
    }
  }

  /// Mean likeness of a word to a column, by weight.
  private func meanLikeness(
    _ word: UInt32, _ node: Int32, _ table: WorkingTable, _ pairs: inout PairScore
  ) -> Score {
    var sum = 0
    var weight = 0
    for entry in table.entries(node) {
      sum += Int(table.weight(entry)) * Int(pairs.likeness(word, table.token(entry)))
      weight += Int(table.weight(entry))
    }
    return weight == 0 ? 0 : Score(sum / weight)
  }

  /// The divisions in final column numbers; of two that overlap the first is kept, columns that
  /// have been emptied drop out.
  private func ranges(_ table: inout WorkingTable) -> [Range<Int>] {
    table.number()
    var result: [Range<Int>] = []
    for division in found where table.occupied[Int(division.last)] > 0 {
      let range = Int(table.order[Int(division.first)]) - 1..<Int(table.order[Int(division.last)])
      if range.count > 1, range.lowerBound >= result.last?.upperBound ?? 0 { result.append(range) }
    }
    return result
  }
}
