/// For each row its next token while columns are gone through from left to right.
///
/// The column of that token is kept in one list for all rows, so that a column is compared with
/// every row without a look at the rows themselves: O(C · W) numbers compared, but only O(N) tokens
/// looked up.
struct RowCursors {
  /// The next token of each row.
  private(set) var tokens: [Int]
  /// The column of each of them; the border where a row is at its end.
  private(set) var nodes: [Int32]

  /// All rows at their first tokens.
  init(_ table: WorkingTable) {
    tokens = [Int](repeating: 0, count: table.rows.count)
    nodes = table.rows.indices.map { table.place($0, 0) }
  }

  /// Puts one row at a token, also where that has only been moved.
  mutating func set(_ row: Int, to token: Int, _ table: WorkingTable) {
    tokens[row] = token
    nodes[row] = table.place(row, token)
  }

  /// Leaves a column: rows that have something there go on to their next token.
  mutating func pass(_ node: Int32, _ table: WorkingTable) {
    for row in nodes.indices where nodes[row] == node { set(row, to: tokens[row] + 1, table) }
  }
}
