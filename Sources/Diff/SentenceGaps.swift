/// Moves gaps that could as well stand elsewhere to the beginning of a sentence.
///
/// In texts made of formulas a sentence that some rows lack often begins and ends with the same words as
/// the next. Then of all places that the gap may have the one right after the end of a sentence is meant,
/// if there is just one: the witness lacks the sentence, not the middle of two.
///
/// Time O(N) for N tokens, beside O(W log N) for each gap that can move at all.
struct SentenceGaps {
  /// For each token of each row whether a sentence ends after it.
  private let ends: [[Bool]]

  /// Columns of a gap that may be a sentence: shorter ones are words left out or put in like any.
  private static let minimum = 4

  init(ends: [[Bool]]) {
    self.ends = ends
  }

  /// A gap that some rows share.
  private struct Gap {
    /// The rows, and for each its last token before the gap.
    var rows: [(row: Int, token: Int)]
    /// The columns of the gap.
    var columns: [Int32]
  }

  func place(_ table: inout WorkingTable) {
    table.number()
    for row in table.rows.indices {
      for token in 0..<max(0, table.rows[row].count - 1) {
        let before = table.place(row, token)
        let after = table.place(row, token + 1)
        guard table.next[Int(before)] != after else { continue }
        let last = table.previous[Int(after)]
        guard canSwap(before, last, table), let gap = gap(row, token, table) else { continue }
        move(gap, &table)
      }
    }
  }

  /// Whether all who stand in two columns have one and the same token in them.
  private func canSwap(_ a: Int32, _ b: Int32, _ table: WorkingTable) -> Bool {
    table.isUniform(a) && table.isUniform(b) && table.heaviest(a) == table.heaviest(b)
  }

  /// The gap after a token with all rows that have it, or nil where it was looked at with an earlier row.
  private func gap(_ row: Int, _ token: Int, _ table: WorkingTable) -> Gap? {
    let before = table.place(row, token)
    let after = table.place(row, token + 1)
    var gap = Gap(rows: [], columns: [])
    for other in table.rows.indices {
      guard let k = index(of: before, in: other, table), table.place(other, k + 1) == after else {
        continue
      }
      if other < row { return nil }
      gap.rows.append((other, k))
    }
    var node = table.next[Int(before)]
    while node != after {
      gap.columns.append(node)
      node = table.next[Int(node)]
    }
    return gap
  }

  /// The token that a row has in a column.
  private func index(of node: Int32, in row: Int, _ table: WorkingTable) -> Int? {
    let places = table.places[row]
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if table.order[Int(places[middle])] < table.order[Int(node)] {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < places.count && places[low] == node ? low : nil
  }

  /// Moves a gap to the only beginning of a sentence within its reach, if there is just one.
  private func move(_ gap: Gap, _ table: inout WorkingTable) {
    guard gap.columns.count >= Self.minimum,
      let place = gap.rows.first.map({ table.place($0.row, $0.token) }),
      !isSentenceEnd(place, table)
    else { return }
    var targets: [Int] = []
    var offset = 0
    while offset < gap.columns.count, canSlide(gap, by: offset, table) {
      offset += 1
      let before = table.place(gap.rows[0].row, gap.rows[0].token - offset)
      if isSentenceEnd(before, table) { targets.append(offset) }
    }
    guard targets.count == 1 else { return }
    for (row, token) in gap.rows {
      for k in 0..<targets[0] {
        let column = gap.columns[gap.columns.count - 1 - k]
        table.move(row: row, token: token - k, to: column, .sentence)
      }
    }
  }

  /// Whether the gap, already moved by `offset` tokens, may move by another: the token before it is the
  /// one at its end, and the same other rows have both.
  private func canSlide(_ gap: Gap, by offset: Int, _ table: WorkingTable) -> Bool {
    let first = gap.rows[0]
    guard first.token - offset >= 0 else { return false }
    let before = table.place(first.row, first.token - offset)
    let last = gap.columns[gap.columns.count - 1 - offset]
    guard canSwap(before, last, table) else { return false }
    let allHere = gap.rows.allSatisfy {
      $0.token >= offset && table.place($0.row, $0.token - offset) == before
    }
    guard allHere else { return false }
    let own = gap.rows.reduce(Int32(0)) { $0 + table.weights[$1.row] }
    return table.occupied[Int(before)] - own == table.occupied[Int(last)]
  }

  /// Whether most of those who have a column have the end of a sentence after it.
  private func isSentenceEnd(_ node: Int32, _ table: WorkingTable) -> Bool {
    if node == WorkingTable.border { return false }
    var sum: Int32 = 0
    for row in table.rows.indices {
      if let k = index(of: node, in: row, table), ends[row][k] { sum += table.weights[row] }
    }
    return 2 * sum > table.occupied[Int(node)]
  }
}
