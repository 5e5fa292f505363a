/// The alignment of all witnesses: for each token the column it stands in.
///
/// Rows are witnesses in the order of the normalized text, columns places of the text.
struct Collation: Sendable, Equatable {
  /// `columns[w][i]` is the column of token `i` of witness `w`; it rises strictly with `i`.
  var columns: [[Int32]]
  var columnCount: Int
  /// Neighboring columns over which one word stands divided in some witnesses and joined in others;
  /// ordered, not overlapping.
  var divisions: [Range<Int>] = []
  /// Words that stand in one place in some witnesses and in another in others; ordered.
  var moves: [Move] = []

  /// A transposition: the same words in two places, in different witnesses.
  struct Move: Sendable, Equatable {
    /// The earlier place.
    var first: Place
    /// The later place.
    var second: Place
    /// Columns of the two places that hold the same word or variants of it; rising in both.
    var pairs: [Pair] = []
  }

  /// A column of the first place of a transposition and the one of the second that it answers to.
  struct Pair: Sendable, Equatable {
    var first: Int
    var second: Int
  }

  /// One of the two places of a transposition.
  struct Place: Sendable, Equatable {
    var columns: Range<Int>
    /// Rows that have the words here; ordered.
    var witnesses: [Int]
  }
}

extension Collation {
  /// Stops a debug build where a column is empty, a row does not rise, or a place is out of bounds.
  func checkInvariants(tokenCounts: [Int]) {
    assert(violation(tokenCounts: tokenCounts) == nil)
  }

  /// What is wrong with the table, or nil; O(tokens + columns).
  func violation(tokenCounts: [Int]) -> String? {
    guard columns.map(\.count) == tokenCounts else { return "a row has lost or gained tokens" }
    var isOccupied = [Bool](repeating: false, count: columnCount)
    for row in columns {
      var previous: Int32 = -1
      for column in row {
        guard column > previous, column < columnCount else { return "a row does not rise" }
        isOccupied[Int(column)] = true
        previous = column
      }
    }
    return isOccupied.contains(false) ? "a column is empty" : nil
  }
}
