/// A set of rows, one bit each.
struct RowSet: Sendable, Equatable {
  private var words: [UInt64]

  init(capacity: Int) {
    words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The members, rising.
  var members: [Int] {
    var result: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }

  mutating func insert(_ row: Int) { words[row / 64] |= 1 << UInt64(row % 64) }

  mutating func formUnion(_ other: RowSet) {
    for k in words.indices { words[k] |= other.words[k] }
  }

  func isDisjoint(with other: RowSet) -> Bool {
    for k in words.indices where words[k] & other.words[k] != 0 { return false }
    return true
  }

  func intersection(_ other: RowSet) -> RowSet {
    var result = self
    for k in words.indices { result.words[k] &= other.words[k] }
    return result
  }

  func subtracting(_ other: RowSet) -> RowSet {
    var result = self
    for k in words.indices { result.words[k] &= ~other.words[k] }
    return result
  }
}
