/// Decides where a gap stands that could as well stand elsewhere.
///
/// Where a text repeats itself and one witness has less of it, the first instance stays in its column
/// and the gap comes after: of `in` beside `in in`, the second is the addition; after a leap from like
/// to like, what is missing runs from after the first through the second. This is the usage of editors:
/// ten of sixteen corpora with such places follow it, and of the others only one by more than 0.001.
///
/// Two passes from left to right, O(N + C · W) for N tokens of W rows in C columns.
struct GapPlacement {
  /// Columns over which a token without partner may move to find one: substitutions are shorter.
  private static let reachAlone = 8

  func place(_ table: inout WorkingTable, _ pairs: inout PairScore) {
    for row in table.rows.indices { moveTokens(of: row, &table, &pairs) }
    table.number()
    moveGroups(&table)
  }

  // MARK: One row

  /// Moves each token after a gap to the first column of the gap, if it fits there as well.
  ///
  /// Thereby words that have nothing in common also face each other from the left.
  private func moveTokens(
    of row: Int, _ table: inout WorkingTable, _ pairs: inout PairScore
  ) {
    var last = WorkingTable.border
    for token in table.rows[row].indices {
      let node = table.places[row][token]
      let first = table.next[Int(last)]
      if first != node, mayMove(token, row, from: node, over: first, table) {
        let there = score(row, token, first, isOwn: false, table, &pairs)
        if there >= score(row, token, node, isOwn: true, table, &pairs) {
          table.move(row: row, token: token, to: first, .gapPlacement)
        }
      }
      last = table.places[row][token]
    }
  }

  /// Whether a token may move at all: one that stands alone only over a short gap.
  ///
  /// Else any likeness to the first word of a passage would pull it there, away from its neighbors.
  private func mayMove(
    _ token: Int, _ row: Int, from node: Int32, over first: Int32, _ table: WorkingTable
  ) -> Bool {
    guard table.occupied[Int(node)] == table.weights[row] else { return true }
    var between = first
    for _ in 0..<Self.reachAlone {
      if between == node { return true }
      between = table.next[Int(between)]
    }
    return false
  }

  /// The score of a token in a column, the row's own weight left out.
  private func score(
    _ row: Int, _ token: Int, _ node: Int32, isOwn: Bool, _ table: WorkingTable,
    _ pairs: inout PairScore
  ) -> Score {
    let id = table.rows[row][token]
    let own = table.weights[row]
    let others = table.total - own
    let present = table.occupied[Int(node)] - (isOwn ? own : 0)
    guard present > 0 else { return -Parameters.gapExtension }
    var mean: Int64 = 0
    var best = Score.min
    for entry in table.entries(node).prefix(Parameters.refinementDepth + 1) {
      let weight = table.weight(entry) - (isOwn && table.token(entry) == id ? own : 0)
      guard weight > 0 else { continue }
      let value = pairs.score(id, table.token(entry))
      mean += Int64(WindowSide.share(weight, of: others)) * Int64(value) << 16
      best = max(best, value)
    }
    return WindowSolver.columnScore(
      mean: mean, best: best, Fixed.whole, WindowSide.share(present, of: others))
  }

  // MARK: Rows together

  /// Moves rows with the same gap and the same token after it together.
  ///
  /// One row alone cannot pass a repetition that others share with it: in its place most have the token.
  private func moveGroups(_ table: inout WorkingTable) {
    var at = [Int](repeating: 0, count: table.rows.count)
    var node = table.next[0]
    while node != WorkingTable.border {
      let following = table.next[Int(node)]
      if table.isUniform(node) { moveGroups(at: node, at, &table) }
      // The rows that stand here have been moved or stay; both ways their token is done with.
      for row in at.indices where at[row] < table.places[row].count {
        if table.order[Int(table.places[row][at[row]])] <= table.order[Int(node)] { at[row] += 1 }
      }
      node = following
    }
  }

  /// Moves the rows that have a gap before `node` to its start, where it holds the same token and nobody
  /// who stands at `node` would stay behind.
  private func moveGroups(at node: Int32, _ at: [Int], _ table: inout WorkingTable) {
    // Nearly everywhere no row that stands here has a gap before it.
    let mayMove = at.indices.contains { row in
      table.place(row, at[row]) == node && table.next[Int(table.place(row, at[row] - 1))] != node
    }
    guard mayMove else { return }
    let present = at.indices.filter { table.place($0, at[$0]) == node }
    let starts = present.map { table.next[Int(table.place($0, at[$0] - 1))] }
    var tried: [Int32] = []
    for first in starts where first != node && !tried.contains(first) {
      tried.append(first)
      let isSame = table.isUniform(first) && table.heaviest(first) == table.heaviest(node)
      guard isSame else { continue }
      let staying = present.indices.filter { starts[$0] != first }
      let allThere = staying.allSatisfy {
        stands(present[$0], before: at[present[$0]], first, table)
      }
      guard allThere else { continue }
      for (index, row) in present.enumerated() where starts[index] == first {
        table.move(row: row, token: at[row], to: first, .gapPlacement)
      }
      return
    }
  }

  /// Whether a row has one of its tokens before `token` in a column.
  private func stands(_ row: Int, before token: Int, _ node: Int32, _ table: WorkingTable) -> Bool {
    var k = token - 1
    while k >= 0, table.order[Int(table.places[row][k])] > table.order[Int(node)] { k -= 1 }
    return k >= 0 && table.places[row][k] == node
  }
}
