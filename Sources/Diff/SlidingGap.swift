/// A gap that some rows share, and how far it can move towards the start of the text.
///
/// Where the text repeats itself, words before a gap are those at its end: moved by so many tokens,
/// it has the same words on both sides and says the same. Moved by `offset`, the last `offset`
/// tokens before it stand after it, each in the column `last` of its number.
struct SlidingGap {
  /// The rows, and for each its last token before the gap.
  let rows: [(row: Int, token: Int)]
  /// The columns of the gap where it stands.
  let columns: [Int32]
  /// The most tokens by which it can move.
  private(set) var reach = 0

  /// The most tokens by which a gap moves that is shorter than they are: what it repeats is there
  /// many times over, and one instance is as good as the other.
  private static let limit = 64

  /// Finds the reach; O(R · W log N) for a reach R and W rows of N tokens.
  init(rows: [(row: Int, token: Int)], columns: [Int32], _ table: WorkingTable) {
    self.rows = rows
    self.columns = columns
    while reach < max(columns.count, Self.limit), canSlide(table) { reach += 1 }
  }

  /// Whether it does no more than repeat what stands before it, as `in in` for `in`.
  var isRepetition: Bool { reach >= columns.count }

  /// Whether it does just that, and the text goes on otherwise.
  var isDoubling: Bool { reach == columns.count }

  /// Weight of its rows.
  func weight(_ table: WorkingTable) -> Int32 {
    rows.reduce(0) { $0 + table.weights[$1.row] }
  }

  /// The column of the token before the gap, moved by so many; that of the token after it, moved by
  /// one more.
  func before(_ offset: Int, _ table: WorkingTable) -> Int32 {
    table.place(rows[0].row, rows[0].token - offset)
  }

  /// The column at the end of the gap, moved by so many.
  func last(_ offset: Int, _ table: WorkingTable) -> Int32 {
    offset < columns.count
      ? columns[columns.count - 1 - offset] : before(offset - columns.count, table)
  }

  /// The column at the start of the gap, moved by so many.
  func first(_ offset: Int, _ table: WorkingTable) -> Int32 {
    offset == 0 ? columns[0] : before(offset - 1, table)
  }

  /// Whether the gap, moved as far as is known, may move by another token: the one before it is the
  /// one at its end, and not much fewer rows have that.
  private func canSlide(_ table: WorkingTable) -> Bool {
    guard rows[0].token - reach >= 0 else { return false }
    let before = before(reach, table)
    let last = last(reach, table)
    guard table.haveOneToken(before, last) else { return false }
    let allHere = rows.allSatisfy {
      $0.token >= reach && table.place($0.row, $0.token - reach) == before
    }
    guard allHere else { return false }
    return table.isFull(last, beside: table.occupied[Int(before)] - weight(table))
  }

  /// Moves the gap, and with it the tokens before it to its other side.
  func move(by offset: Int, _ table: inout WorkingTable, _ reason: PlacementReason) {
    let targets = (0..<offset).map { last($0, table) }
    for (row, token) in rows {
      for (k, target) in targets.enumerated() {
        table.move(row: row, token: token - k, to: target, reason)
      }
    }
  }
}
