/// Parts words that stand in one column although a row has both of them, one after the other.
///
///     praising  -            praising  -
///     blessing  -       to   -         blessing
///     praising  blessing     praising  blessing
///
/// The row that has both, a conflation as textual critics call it, proves that neither word stands
/// in the place of the other. The score of the table alone does not see that: two unlike words in
/// one column cost less than two gaps, and rows of the same reading hold each other where they are.
///
/// Looked at are neighboring columns that have a rare word in common, where a row has that word in
/// the one and another word in the other, and this one is read there without the first. Either the
/// rows that have the first word alone move to where the conflation has it; or, where they cannot,
/// the other word moves on, into the free column beyond. Readings that are liker to the word that
/// moves go with it. Frequent words stand in neighboring columns by accident, and stay.
///
/// Time O(N + C · (W + d²)) for N tokens of W rows in C columns, of each of which at most d
/// readings (`depth`) are searched for words in common; and for each rare word that two neighboring
/// columns share O(W · r), and the likenesses of at most r² pairs, for the r readings of the two.
struct Conflations {
  /// For each row its first token that stands neither in the first of the two columns nor before
  /// it.
  private var cursors: RowCursors
  /// The pair of columns under way.
  private var first = WorkingTable.border
  private var second = WorkingTable.border
  /// What each row has in them, or `nothing`; one flat list for both, since many pairs are looked
  /// at and few changed.
  private var words: [UInt32] = []

  /// Readings of a column that are looked at, the heaviest first.
  private static let depth = 32
  private static let nothing = UInt32.max

  /// Begins before the first token of every row; `part` must be given this very table.
  init(_ table: WorkingTable) { cursors = RowCursors(table) }

  /// Goes through all pairs of neighboring columns from left to right.
  mutating func part(_ table: inout WorkingTable, _ pairs: inout PairScore) {
    second = table.next[0]
    while second != WorkingTable.border {
      first = table.previous[Int(second)]
      let shared = sharedWords(table, pairs.model)
      if !shared.isEmpty { collectWords(table) }
      for word in shared { part(word, &table, &pairs) }
      cursors.pass(second, table)
      second = table.next[Int(second)]
    }
  }

  /// The rare words that stand in both columns.
  private func sharedWords(_ table: WorkingTable, _ model: TokenModel) -> [UInt32] {
    guard first != WorkingTable.border, !table.isUnanimous(first), !table.isUnanimous(second) else {
      return []
    }
    let others = table.entries(second).prefix(Self.depth)
    return table.entries(first).prefix(Self.depth).lazy.map(table.token).filter { word in
      model.rarity[Int(word)] >= Parameters.contentRarity
        && model.vocabulary.isWord(word) && others.contains { table.token($0) == word }
    }
  }

  private mutating func collectWords(_ table: WorkingTable) {
    words.removeAll(keepingCapacity: true)
    for row in table.rows.indices {
      for (node, token) in [(first, token(row, first)), (second, token(row, second))] {
        words.append(table.place(row, token) == node ? table.rows[row][token] : Self.nothing)
      }
    }
  }

  private mutating func part(
    _ word: UInt32, _ table: inout WorkingTable, _ pairs: inout PairScore
  ) {
    for isForward in [true, false] {
      let near = isForward ? first : second
      let far = isForward ? second : first
      let partners = conflated(with: word, in: near)
      let alone = rows(near) { $0 == word }
      guard !partners.isEmpty, !alone.isEmpty else { continue }
      if alone.allSatisfy({ isFree($0, far) }) {
        let company = followers(of: [word], from: partners, in: near, table, &pairs)
          .map { reading in rows(near) { $0 == reading } }
          .filter { $0.allSatisfy { isFree($0, far) } }
        move(alone + company.flatMap(\.self), from: near, to: far, &table)
        return collectWords(table)
      }
      if shift(partners, from: near, for: word, isForward, &table, &pairs) {
        return collectWords(table)
      }
    }
  }

  // MARK: Rows

  /// What a row has in one of the two columns, or `nothing`.
  private func word(_ row: Int, _ node: Int32) -> UInt32 {
    words[2 * row + (node == second ? 1 : 0)]
  }

  private func isFree(_ row: Int, _ node: Int32) -> Bool { word(row, node) == Self.nothing }

  private func rows(_ node: Int32, where isMeant: (UInt32) -> Bool) -> [Int] {
    cursors.tokens.indices.filter { !isFree($0, node) && isMeant(word($0, node)) }
  }

  /// What rows that have the word in the one column have in the other, as far as rows without the
  /// word have it there too.
  private func conflated(with word: UInt32, in near: Int32) -> [UInt32] {
    let far = near == first ? second : first
    var partners: [UInt32] = []
    for row in cursors.tokens.indices where self.word(row, far) == word {
      let other = self.word(row, near)
      if other != Self.nothing, other != word, !partners.contains(other) { partners.append(other) }
    }
    guard !partners.isEmpty else { return [] }
    return partners.filter { other in
      cursors.tokens.indices.contains { self.word($0, near) == other && self.word($0, far) != word }
    }
  }

  /// The words of a column that are liker to those that move than to those that stay.
  private func followers(
    of moving: [UInt32], from staying: [UInt32], in node: Int32, _ table: WorkingTable,
    _ pairs: inout PairScore
  ) -> [UInt32] {
    var liker: [UInt32] = []
    for word in table.entries(node).map(table.token)
    where !moving.contains(word) && !staying.contains(word) {
      let here = staying.map { pairs.likeness(word, $0) }.max() ?? 0
      let there = moving.map { pairs.likeness(word, $0) }.max() ?? 0
      if there > here + Parameters.likerMargin { liker.append(word) }
    }
    return liker
  }

  // MARK: Changes

  /// Moves the other words of a column on to the next, if that is free, and the word of rows that
  /// have both into the column, if that leaves none behind; whether it could.
  private mutating func shift(
    _ partners: [UInt32], from near: Int32, for word: UInt32, _ isForward: Bool,
    _ table: inout WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    let beyond = isForward ? table.previous[Int(near)] : table.next[Int(near)]
    let company = followers(of: partners, from: [word], in: near, table, &pairs)
    let moving = rows(near) { partners.contains($0) || company.contains($0) }
    let far = isForward ? second : first
    let both = rows(far) { $0 == word }
    guard beyond != WorkingTable.border, both.allSatisfy(moving.contains),
      moving.allSatisfy({ row in
        table.place(row, token(row, near) + (isForward ? -1 : 1)) != beyond
      })
    else { return false }
    move(moving, from: near, to: beyond, &table)
    move(both, from: far, to: near, &table)
    return true
  }

  /// The token of a row that stands in one of the two columns, if any does.
  private func token(_ row: Int, _ node: Int32) -> Int {
    cursors.tokens[row] - (node == second ? 0 : 1)
  }

  private mutating func move(
    _ rows: [Int], from: Int32, to: Int32, _ table: inout WorkingTable
  ) {
    for row in rows {
      let token = token(row, from)
      table.move(row: row, token: token, to: to, .conflation)
      let next = to == second ? token : to == first ? token + 1 : cursors.tokens[row]
      cursors.set(row, to: next, table)
    }
  }
}
