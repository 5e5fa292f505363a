/// Decides where a gap stands that could as well stand elsewhere.
///
/// Where a text repeats itself and one witness has less of it, the first instance stays in its
/// column and the gap comes after: of `in` beside `in in`, the second is the addition; after a leap
/// from like to like, what is missing runs from after the first through the second. This is the
/// usage of editors: ten of sixteen corpora with such places follow it, and of the others only one
/// by more than 0.001.
///
/// Words with marks beside them stay with such words, however well they would fit elsewhere
/// (`MarkFit`).
///
/// Two passes from left to right: each row by itself, then rows together that stand in one column
/// after the same gap. One row alone cannot leave a column that it shares with others: with them it
/// fits better there than without them anywhere else.
///
/// O(N + C · W) for N tokens of W rows in C columns.
struct GapPlacement {
  /// Columns over which tokens without partner may move to find one: substitutions are shorter.
  private static let reachAlone = 8

  /// For each column the last question whether a token of it fits elsewhere as well, as a hash with
  /// the answer in its lowest bit: rows that stand together ask the same one after the other.
  private var known: [UInt64] = []

  private let fit: MarkFit

  /// Takes the marks of the rows to come.
  init(_ marks: MarksAfterWords) { fit = MarkFit(marks: marks) }

  /// Tokens of some rows at one place, each with the weight of its rows.
  private typealias Company = [(token: UInt32, weight: Int32)]

  /// Makes both passes over a table; what was known of another is forgotten.
  mutating func place(_ table: inout WorkingTable, _ pairs: inout PairScore) {
    known = [UInt64](repeating: 0, count: table.next.count)
    table.number()
    for row in table.rows.indices { moveTokens(of: row, &table, &pairs) }
    moveGroups(&table, &pairs)
  }

  // MARK: One row

  /// Moves each token after a gap to the first column of the gap, or past what few rows add there,
  /// if it fits as well.
  ///
  /// Thereby words that have nothing in common also face each other from the left.
  private mutating func moveTokens(
    of row: Int, _ table: inout WorkingTable, _ pairs: inout PairScore
  ) {
    var last = WorkingTable.border
    var isRun = false
    for token in table.rows[row].indices {
      let node = table.places[row][token]
      let first = table.next[Int(last)]
      guard first != node else {
        isRun = false
        last = node
        continue
      }
      isRun = isRun || isFollowed(row, token, from: first, table)
      if let target = target(row, token, from: first, isRun: isRun, table, &pairs) {
        table.move(row: row, token: token, to: target, .gapPlacement)
      } else {
        isRun = false
      }
      last = table.places[row][token]
    }
  }

  /// Where in the gap before it a token fits as well as where it stands: in the first column, or in
  /// the first that most rows have; nil where nowhere.
  private mutating func target(
    _ row: Int, _ token: Int, from first: Int32, isRun: Bool, _ table: WorkingTable,
    _ pairs: inout PairScore
  ) -> Int32? {
    let node = table.places[row][token]
    if isGood(first, for: row, token, isRun: isRun, table, &pairs),
      !isParted([row], [token], from: node, to: first, table)
    {
      return first
    }
    guard let solid = solidColumn(row, token, from: first, table),
      isGood(solid, for: row, token, isRun: isRun, table, &pairs)
    else { return nil }
    return solid
  }

  /// Whether a token of one row is well placed in a column: as well as where it stands, or as part
  /// of a passage that repeats itself.
  private mutating func isGood(
    _ column: Int32, for row: Int, _ token: Int, isRun: Bool, _ table: WorkingTable,
    _ pairs: inout PairScore
  ) -> Bool {
    fitsAlone(row, token, in: column, table, &pairs)
      || (isRun && isRepeated(row, token, in: column, table))
  }

  /// Whether a token of one row fits into a column as well as where it stands.
  private mutating func fitsAlone(
    _ row: Int, _ token: Int, in column: Int32, _ table: WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    let (node, word, weight) = (
      table.places[row][token], table.rows[row][token], table.weights[row]
    )
    guard mayMove(weight, from: node, to: column, table) else { return false }
    var question = (UInt64(word) << 32 | UInt64(UInt32(weight))).mixed
    question ^= UInt64(table.versions[Int(column)]) << 32 | UInt64(table.versions[Int(node)])
    question = question.mixed & ~1
    if known[Int(node)] & ~1 == question { return known[Int(node)] & 1 == 1 }
    let fits = scoresNoLess([(word, weight)], weight, from: node, in: column, table, &pairs)
    known[Int(node)] = question | (fits ? 1 : 0)
    return fits
  }

  /// Whether the word after a token is the usual one in the column after the first of a gap.
  private func isFollowed(
    _ row: Int, _ token: Int, from first: Int32, _ table: WorkingTable
  ) -> Bool {
    let second = table.next[Int(first)]
    let words = table.rows[row]
    return token + 1 < words.count && second != WorkingTable.border
      && table.heaviest(second) == words[token + 1]
  }

  /// Whether the text repeats itself: the column of a token and another hold its word and no other,
  /// and the other in not much fewer rows. If more than one word is repeated, the usage of editors
  /// decides, not how many rows lack the one or the other instance.
  private func isRepeated(
    _ row: Int, _ token: Int, in first: Int32, _ table: WorkingTable
  ) -> Bool {
    let node = table.places[row][token]
    let others = table.occupied[Int(node)] - table.weights[row]
    return table.isUniform(first) && table.isUniform(node) && others > 0
      && table.heaviest(first) == table.rows[row][token] && table.isFull(first, beside: others)
  }

  /// The first column of a gap that most rows have, if it has the word and is not the first of all:
  /// what only few have before it is an addition of theirs.
  private func solidColumn(
    _ row: Int, _ token: Int, from first: Int32, _ table: WorkingTable
  ) -> Int32? {
    let node = table.places[row][token]
    var solid = first
    while solid != node, !table.isMajority(solid) { solid = table.next[Int(solid)] }
    guard solid != node, solid != first, table.heaviest(solid) == table.rows[row][token] else {
      return nil
    }
    return solid
  }

  // MARK: Rows together

  /// Moves rows that have the same gap before a column to its start, if they fit there as well.
  private func moveGroups(_ table: inout WorkingTable, _ pairs: inout PairScore) {
    var cursors = RowCursors(table)
    var node = table.next[0]
    while node != WorkingTable.border {
      let following = table.next[Int(node)]
      moveGroups(at: node, &cursors, &table, &pairs)
      cursors.pass(node, table)
      node = following
    }
  }

  /// The same for one column; the groups with the longest gap first. Rows that move have passed it.
  private func moveGroups(
    at node: Int32, _ cursors: inout RowCursors, _ table: inout WorkingTable,
    _ pairs: inout PairScore
  ) {
    for (first, rows) in groups(at: node, cursors, table) where rows.count > 1 {
      let company = company(of: rows, cursors.tokens, table)
      guard fits(company, from: node, in: first, table, &pairs),
        !isParted(rows, rows.map { cursors.tokens[$0] }, from: node, to: first, table)
      else { continue }
      for row in rows {
        table.move(row: row, token: cursors.tokens[row], to: first, .gapPlacement)
        cursors.set(row, to: cursors.tokens[row] + 1, table)
      }
    }
  }

  /// The rows that have a gap before a column, by the first column of the gap.
  private func groups(
    at node: Int32, _ cursors: RowCursors, _ table: WorkingTable
  ) -> [(first: Int32, rows: [Int])] {
    var groups: [(first: Int32, rows: [Int])] = []
    let before = table.previous[Int(node)]
    for row in cursors.nodes.indices where cursors.nodes[row] == node {
      let last = table.place(row, cursors.tokens[row] - 1)
      guard last != before else { continue }
      let first = table.next[Int(last)]
      if let index = groups.firstIndex(where: { $0.first == first }) {
        groups[index].rows.append(row)
      } else {
        groups.append((first, [row]))
      }
    }
    guard groups.count > 1 else { return groups }
    let order = table.order  // a closure over the table would take hold of all its lists
    return groups.sorted { order[Int($0.first)] < order[Int($1.first)] }
  }

  /// What some rows have next, the heaviest first, of equal ones that with the smaller id.
  private func company(of rows: [Int], _ at: [Int], _ table: WorkingTable) -> Company {
    var result: Company = []
    for row in rows {
      let token = table.rows[row][at[row]]
      if let index = result.firstIndex(where: { $0.token == token }) {
        result[index].weight += table.weights[row]
      } else {
        result.append((token, table.weights[row]))
      }
    }
    return result.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.token < $1.token }
  }

  /// Whether tokens would leave those who have their marks, for other words than their own (of two
  /// instances of a word `PhraseGaps` chooses) and past one word more: over longer gaps marks part
  /// words that are equal.
  private func isParted(
    _ rows: [Int], _ tokens: [Int], from node: Int32, to first: Int32, _ table: WorkingTable
  ) -> Bool {
    table.heaviest(first) != table.rows[rows[0]][tokens[0]] && table.next[Int(first)] == node
      && fit.isParted(rows, tokens, from: node, to: first, table)
  }

  // MARK: Scores

  /// Whether tokens fit at the start of a gap as well as where they stand.
  private func fits(
    _ company: Company, from node: Int32, in first: Int32, _ table: WorkingTable,
    _ pairs: inout PairScore
  ) -> Bool {
    let own = company.reduce(0) { $0 + $1.weight }
    return mayMove(own, from: node, to: first, table)
      && scoresNoLess(company, own, from: node, in: first, table, &pairs)
  }

  /// Whether tokens of so much weight may move: those that have their column alone over a short gap
  /// only. Else any likeness to the first word of a passage would pull them there, away from their
  /// neighbors.
  private func mayMove(
    _ own: Int32, from node: Int32, to first: Int32, _ table: WorkingTable
  ) -> Bool {
    table.occupied[Int(node)] != own || isNear(first, node, table)
  }

  /// Whether tokens of so much weight score in a column at least what they score where they stand.
  private func scoresNoLess(
    _ company: Company, _ own: Int32, from node: Int32, in first: Int32, _ table: WorkingTable,
    _ pairs: inout PairScore
  ) -> Bool {
    score(company, own, first, isOwn: false, table, &pairs)
      >= score(company, own, node, isOwn: true, table, &pairs)
  }

  /// Whether a column stands less than `reachAlone` columns before another.
  private func isNear(_ first: Int32, _ node: Int32, _ table: WorkingTable) -> Bool {
    var between = first
    for _ in 0..<Self.reachAlone {
      if between == node { return true }
      between = table.next[Int(between)]
    }
    return false
  }

  /// The score of tokens of so much weight in a column, where their own weight is left out.
  private func score(
    _ company: Company, _ own: Int32, _ node: Int32, isOwn: Bool, _ table: WorkingTable,
    _ pairs: inout PairScore
  ) -> Score {
    let others = table.total - own
    let present = table.occupied[Int(node)] - (isOwn ? own : 0)
    guard present > 0 else { return -Parameters.gapExtension }
    var score = ColumnScore()
    var taken = 0
    for entry in table.entries(node) where taken < Parameters.refinementDepth {
      let token = table.token(entry)
      let mine = isOwn ? company.first { $0.token == token }?.weight ?? 0 : 0
      let weight = table.weight(entry) - mine
      guard weight > 0 else { continue }
      taken += 1
      let share = Fixed.share(weight, of: others)
      for (other, otherWeight) in company.prefix(Parameters.refinementDepth) {
        score.add(pairs.score(other, token), shares: Fixed.share(otherWeight, of: own), share)
      }
    }
    return score.value(occupied: Fixed.whole, Fixed.share(present, of: others))
  }
}
