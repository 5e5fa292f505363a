/// Decides which neighboring columns belong to one unit.
///
/// Two columns where witnesses differ belong together where at least half the pairs of witnesses that
/// differ in either differ in both: then one cause made both differences. With two witnesses this
/// makes a unit of every run of columns in which they differ; with hundreds it keeps chance variants
/// that touch each other apart. It asks neither for a base text nor for an order of witnesses.
struct Boundaries {
  let table: ColumnTable
  let lexicon: Lexicon
  /// By row: form it has in the column under the hand, plus one; 0 where it has nothing.
  private var left: [UInt32]
  private var right: [UInt32]
  private var isAbsent: [Bool]
  private var pairs: [UInt64] = []

  init(_ table: ColumnTable, _ lexicon: Lexicon) {
    self.table = table
    self.lexicon = lexicon
    left = [UInt32](repeating: 0, count: table.rowCount)
    right = left
    isAbsent = [Bool](repeating: false, count: table.rowCount)
  }

  /// Chooses the rows that are left out of count, in long gaps as they are.
  mutating func setAbsent(_ rows: [Int], _ value: Bool) {
    for row in rows { isAbsent[row] = value }
  }

  /// How many of the pairs of rows that differ in `a` or `b` differ in both, 0 to 1;
  /// O(rows × log rows). Rows differ by form, or as written where `byWord`.
  mutating func sharedDifference(_ a: Int, _ b: Int, byWord: Bool = false) -> Double {
    fill(&left, a, byWord: byWord)
    fill(&right, b, byWord: byWord)
    let inLeft = differing { left, _ in UInt64(left) }
    let inRight = differing { _, right in UInt64(right) }
    let inEither = differing { left, right in UInt64(left) << 32 | UInt64(right) }
    return inEither == 0 ? 0 : Double(inLeft + inRight - inEither) / Double(inEither)
  }

  private func fill(_ states: inout [UInt32], _ column: Int, byWord: Bool) {
    for row in states.indices { states[row] = 0 }
    for place in table.places(of: column) {
      let id = table.words[place]
      states[Int(table.rows[place])] = (byWord ? id : lexicon.words[Int(id)].form) + 1
    }
  }

  /// Ordered pairs of rows for which the key differs.
  private mutating func differing(_ key: (UInt32, UInt32) -> UInt64) -> Int {
    pairs.removeAll(keepingCapacity: true)
    for row in isAbsent.indices where !isAbsent[row] { pairs.append(key(left[row], right[row])) }
    pairs.sort()
    var equal = 0
    var start = 0
    for i in pairs.indices where i + 1 == pairs.count || pairs[i + 1] != pairs[i] {
      equal += (i + 1 - start) * (i + 1 - start)
      start = i + 1
    }
    return pairs.count * pairs.count - equal
  }
}
