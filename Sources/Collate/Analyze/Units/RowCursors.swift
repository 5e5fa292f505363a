/// Finds the tokens of each row in a range of columns, for ranges that follow each other.
struct RowCursors {
  private let columns: [[Int32]]
  /// By row: its first token that has not been passed.
  private var next: [Int]

  /// Begins before the first token of every row.
  init(_ collation: Collation) {
    columns = collation.columns
    next = [Int](repeating: 0, count: columns.count)
  }

  /// The tokens of a row in some columns; later calls may not go back before their beginning.
  ///
  /// Over all calls O(tokens passed + tokens returned).
  mutating func tokens(of row: Int, in range: Range<Int>) -> Range<Int> {
    // Not by a name of its own: the row would be kept alive and let go again at each call.
    let count = columns[row].count
    var start = next[row]
    while start < count, columns[row][start] < range.lowerBound { start += 1 }
    next[row] = start
    var end = start
    while end < count, columns[row][end] < range.upperBound { end += 1 }
    return start..<end
  }
}
