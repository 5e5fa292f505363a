/// Decides which neighboring columns belong to one unit.
///
/// Two columns where witnesses differ belong together where at least half the pairs of witnesses
/// that differ in either differ in both: then one cause made both differences. With two witnesses
/// this makes a unit of every run of columns in which they differ; with hundreds it keeps chance
/// variants that touch each other apart. It asks neither for a base text nor for an order of
/// witnesses.
struct Boundaries {
  let table: ColumnTable
  let lexicon: Lexicon
  /// By row: form it has in the column under the hand, plus one; 0 where it has nothing.
  private var left: [UInt32]
  private var right: [UInt32]
  private var isAbsent: [Bool]
  private var leftCounts: GroupCounts
  private var rightCounts: GroupCounts
  /// Rows in order of their groups on the left.
  private var grouped: [Int]

  /// Makes room to count rows by word and by form; O(rows + words + forms). No row is absent yet.
  init(_ table: ColumnTable, _ lexicon: Lexicon) {
    self.table = table
    self.lexicon = lexicon
    left = [UInt32](repeating: 0, count: table.rowCount)
    right = [UInt32](repeating: 0, count: table.rowCount)
    isAbsent = [Bool](repeating: false, count: table.rowCount)
    let ids = max(lexicon.words.count, lexicon.forms.count) + 1
    leftCounts = GroupCounts(ids: ids)
    rightCounts = GroupCounts(ids: ids)
    grouped = [Int](repeating: 0, count: table.rowCount)
  }

  /// Chooses the rows that are left out of count, in long gaps as they are.
  mutating func setAbsent(_ rows: [Int], _ value: Bool) {
    for row in rows { isAbsent[row] = value }
  }

  /// How many of the pairs of rows that differ in `a` or `b` differ in both, 0 to 1; O(rows).
  /// Rows differ by form, or as written where `byWord`.
  mutating func sharedDifference(_ a: Int, _ b: Int, byWord: Bool = false) -> Double {
    fill(&left, a, byWord: byWord)
    fill(&right, b, byWord: byWord)
    var rows = 0
    for row in isAbsent.indices where !isAbsent[row] {
      leftCounts.add(left[row])
      rightCounts.add(right[row])
      rows += 1
    }
    let equalLeft = leftCounts.pairs
    let equalRight = rightCounts.pairs
    rightCounts.clear()
    let equalBoth = pairsEqualInBoth()
    leftCounts.clear()
    let inEither = rows * rows - equalBoth
    let inBoth = rows * rows - equalLeft - equalRight + equalBoth
    return inEither == 0 ? 0 : Double(inBoth) / Double(inEither)
  }

  /// Ordered pairs of rows that are in one group left and right: rows in order of their groups on
  /// the left, each group counted by those on the right.
  private mutating func pairsEqualInBoth() -> Int {
    let ends = leftCounts.layOut()
    for row in isAbsent.indices where !isAbsent[row] {
      grouped[leftCounts.nextPlace(of: left[row])] = row
    }
    var pairs = 0
    var start = 0
    for end in ends {
      for row in grouped[start..<end] { rightCounts.add(right[row]) }
      pairs += rightCounts.pairs
      rightCounts.clear()
      start = end
    }
    return pairs
  }

  private func fill(_ states: inout [UInt32], _ column: Int, byWord: Bool) {
    for row in states.indices { states[row] = 0 }
    for place in table.places(of: column) {
      let id = table.words[place]
      states[Int(table.rows[place])] = (byWord ? id : lexicon.words[Int(id)].form) + 1
    }
  }
}

/// Counts how many rows have each id, in time that depends on the rows alone.
private struct GroupCounts {
  /// By id; 0 but for the ids met.
  private var counts: [Int]
  private var places: [Int]
  private var met: [UInt32] = []

  init(ids: Int) {
    counts = [Int](repeating: 0, count: ids)
    places = counts
  }

  /// Counts an id.
  mutating func add(_ id: UInt32) {
    if counts[Int(id)] == 0 { met.append(id) }
    counts[Int(id)] += 1
  }

  /// Counts nothing any more; O(distinct ids counted).
  mutating func clear() {
    for id in met { counts[Int(id)] = 0 }
    met.removeAll(keepingCapacity: true)
  }

  /// Ordered pairs of rows with the same id, each row with itself among them.
  var pairs: Int { met.reduce(0) { $0 + counts[Int($1)] * counts[Int($1)] } }

  /// Gives each id a range of places, one after the other; the ends of the ranges.
  mutating func layOut() -> [Int] {
    var end = 0
    return met.map { id in
      places[Int(id)] = end
      end += counts[Int(id)]
      return end
    }
  }

  /// The next free place of an id.
  mutating func nextPlace(of id: UInt32) -> Int {
    defer { places[Int(id)] += 1 }
    return places[Int(id)]
  }
}
