/// Tells whether words that have marks beside them face words that have marks there, too.
///
/// Words are aligned without their marks, which scribes and printers set as they like. But where
/// the words themselves leave a choice, marks tell which instance is meant: of
/// `against the world the world, and` the witness that has `against the world, and` lacks the first
/// `the world`.
struct MarkFit {
  /// The marks of the rows that are aligned.
  let marks: MarksAfterWords

  /// A side of a word.
  private enum Side: CaseIterable { case before, after }

  /// Whether the words that most rows have in a column, those of `except`, rising, not counted,
  /// have a mark after them. O(W log N) for W rows of N tokens.
  func isMarked(_ node: Int32, except rows: [Int] = [], _ table: WorkingTable) -> Bool {
    holds(node, except: rows, table) { isMarked($0, $1, .after) }
  }

  /// The same for a mark or the end of a paragraph; the text begins after one.
  func isBound(_ node: Int32, except rows: [Int], _ table: WorkingTable) -> Bool {
    node == WorkingTable.border
      || holds(node, except: rows, table) { marks.any[$0][$1] || marks.ends[$0][$1] }
  }

  /// The same for marks that end a sentence and ends of paragraphs, with no row left out.
  func isSentenceEnd(_ node: Int32, _ table: WorkingTable) -> Bool {
    node == WorkingTable.border || holds(node, except: [], table) { marks.ends[$0][$1] }
  }

  /// Whether a word after a gap would leave those who have its marks if it moved to another column,
  /// where they are not; `rows` have it, each as the token of its number. O(W log N).
  func isParted(
    _ rows: [Int], _ tokens: [Int], from node: Int32, to other: Int32, _ table: WorkingTable
  ) -> Bool {
    Side.allCases.contains { side in
      var own: Int32 = 0
      for (row, token) in zip(rows, tokens) {
        own += isMarked(row, token, side) ? table.weights[row] : -table.weights[row]
      }
      return own > 0 && holds(node, except: rows, table) { isMarked($0, $1, side) }
        && !holds(other, except: rows, table) { isMarked($0, $1, side) }
    }
  }

  private func isMarked(_ row: Int, _ token: Int, _ side: Side) -> Bool {
    let word = side == .before ? token - 1 : token
    return word >= 0 && marks.any[row][word]
  }

  /// Whether something holds of the words that most rows have in a column, some rows, rising, left
  /// out.
  private func holds(
    _ node: Int32, except rows: [Int], _ table: WorkingTable, _ fact: (Int, Int) -> Bool
  ) -> Bool {
    var excess: Int32 = 0
    var leftOut = 0
    for row in table.rows.indices {
      if leftOut < rows.count, rows[leftOut] == row {
        leftOut += 1
        continue
      }
      guard let token = table.token(of: row, in: node) else { continue }
      excess += fact(row, token) ? table.weights[row] : -table.weights[row]
    }
    return excess > 0
  }
}
