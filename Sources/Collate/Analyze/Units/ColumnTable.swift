/// The alignment column by column: who stands there with which word.
///
/// A collation knows for each token its column; here for each column its tokens, in order of rows.
struct ColumnTable {
  let rowCount: Int
  let columnCount: Int
  /// `starts[c]..<starts[c + 1]` are the places of column `c` in `rows` and `words`.
  private var starts: [Int32]
  private(set) var rows: [Int32]
  private(set) var words: [UInt32]

  /// Turns the table about by counting; O(tokens + columns).
  init(_ collation: Collation, _ text: NormalizedText) {
    rowCount = collation.columns.count
    columnCount = collation.columnCount
    starts = [Int32](repeating: 0, count: columnCount + 1)
    for row in collation.columns {
      for column in row { starts[Int(column) + 1] += 1 }
    }
    for column in 0..<columnCount { starts[column + 1] += starts[column] }
    var next = starts
    rows = [Int32](repeating: 0, count: Int(starts[columnCount]))
    words = [UInt32](repeating: 0, count: rows.count)
    for (r, row) in collation.columns.enumerated() {
      let ids = text.witnesses[r].words
      for (token, column) in row.enumerated() {
        let place = Int(next[Int(column)])
        rows[place] = Int32(r)
        words[place] = ids[token]
        next[Int(column)] += 1
      }
    }
  }

  /// Places of a column in `rows` and `words`.
  func places(of column: Int) -> Range<Int> { Int(starts[column])..<Int(starts[column + 1]) }

  /// By column, whether all rows have a gap there; O(tokens).
  func sharedGaps(_ lexicon: Lexicon) -> [Bool] {
    (0..<columnCount).map { column in
      let places = places(of: column)
      return places.count == rowCount
        && places.allSatisfy { lexicon.words[Int(words[$0])].kind == .gap }
    }
  }
}
