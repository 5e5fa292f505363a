/// A set of rows, or of witnesses by their indices, one bit each.
package struct RowSet: Sendable, Equatable {
  /// Rows 0 to 63: where there are no others, the set needs no memory of its own.
  private var first: UInt64 = 0
  /// The rows from 64 on.
  private var others: [UInt64]

  /// The empty set, with room for rows below `capacity`; only sets of one capacity go together.
  package init(capacity: Int) {
    others = capacity > 64 ? [UInt64](repeating: 0, count: (capacity - 1) / 64) : []
  }

  package var isEmpty: Bool { first == 0 && others.allSatisfy { $0 == 0 } }

  /// The members, rising.
  package var members: [Int] {
    var result: [Int] = []
    for (index, word) in ([first] + others).enumerated() {
      var rest = word
      while rest != 0 {
        result.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }

  /// Adds a row, which must be below the capacity; O(1).
  package mutating func insert(_ row: Int) {
    if row < 64 { first |= 1 << UInt64(row) } else { others[row / 64 - 1] |= 1 << UInt64(row % 64) }
  }

  /// Adds the rows of another set; O(capacity / 64), as what follows.
  package mutating func formUnion(_ other: RowSet) {
    first |= other.first
    for k in others.indices { others[k] |= other.others[k] }
  }

  /// Whether no row is in both.
  package func isDisjoint(with other: RowSet) -> Bool {
    guard first & other.first == 0 else { return false }
    for k in others.indices where others[k] & other.others[k] != 0 { return false }
    return true
  }

  /// The rows that are in both.
  package func intersection(_ other: RowSet) -> RowSet {
    var result = self
    result.first &= other.first
    for k in others.indices { result.others[k] &= other.others[k] }
    return result
  }

  /// The rows that are not in the other set.
  package func subtracting(_ other: RowSet) -> RowSet {
    var result = self
    result.first &= ~other.first
    for k in others.indices { result.others[k] &= ~other.others[k] }
    return result
  }
}
