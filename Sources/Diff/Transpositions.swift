/// Finds words that stand in one place in some rows and in another in others.
///
/// A reading is a word in a column with the rows that have it. Two readings of the same word in
/// columns not far apart, of different rows, are a transposition if the word is rare enough for the
/// distance, or if they belong to a run of several: `et` alone is never one, and a content word
/// only nearby. A run goes on as long as some rows of either side go on with the same word, at most
/// one column skipped.
///
/// Time O(N + V + R · d · (log R + s)) for N tokens of V elements in W rows and R readings in the
/// columns where the rows differ, of which at most d ≥ 1 of one word stand within reach; s = W / 64
/// is what it takes to compare two sets of rows. Besides, a run compares the readings of two
/// columns for each word that it goes on with, and is held against every moved passage.
struct Transpositions {
  private let model: TokenModel
  private let rowCount: Int
  /// Readings outside unanimous columns, by column.
  private var readings: [Reading] = []
  /// Where the readings of each column start, with the end of the last.
  private var starts: [Int32] = []
  private var candidates: [Candidate] = []
  /// Pairs of readings that belong to a run found already; asked, never listed.
  private var covered: Set<UInt64> = []

  /// Columns within which the same word is looked for; longer moves are found as blocks.
  static let reach = 60
  /// Columns up to which a single rare word is enough.
  private static let near = 3
  /// Sum of rarities needed there.
  private static let nearWeight = Int(Fixed.one / 2)

  private struct Reading {
    var column: Int32
    var token: UInt32
    var rows: RowSet
  }

  /// A run of pairs of readings.
  private struct Candidate {
    var pairs: [(first: Int, second: Int)]
    var firstRows: RowSet
    var secondRows: RowSet
    var weight: Int
    var distance: Int
  }

  /// Lists the readings of all columns in which the rows, by `table`, differ.
  init(_ rows: [[UInt32]], _ table: Table, _ model: TokenModel) {
    self.model = model
    rowCount = rows.count
    collect(rows, table)
  }

  /// The transpositions in order of their first places; no token belongs to two.
  ///
  /// - Parameter blocks: Moved passages, whose words are not to be found again one by one.
  mutating func find(beside blocks: [TableMove]) -> [TableMove] {
    for pair in pairs() where !covered.contains(Self.key(pair.first, pair.second)) {
      let candidate = run(from: pair)
      for member in candidate.pairs { covered.insert(Self.key(member.first, member.second)) }
      if isHeavyEnough(candidate) { candidates.append(candidate) }
    }
    return select(blocks)
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

  // MARK: Readings

  /// Lists the readings of all columns that are not unanimous, by column and token.
  private mutating func collect(_ rows: [[UInt32]], _ table: Table) {
    let isOpen = openColumns(rows, table)
    var ends = [Int32](repeating: 0, count: table.columnCount + 1)
    forEachWord(rows, table, in: isOpen) { _, _, column in ends[column] += 1 }
    var sum: Int32 = 0
    for column in ends.indices {
      (ends[column], sum) = (sum, sum + ends[column])
    }
    var words = [(token: UInt32, row: Int32)](repeating: (0, 0), count: Int(sum))
    forEachWord(rows, table, in: isOpen) { token, row, column in
      words[Int(ends[column])] = (token, Int32(row))
      ends[column] += 1
    }
    var latest = [Int32](repeating: -1, count: model.rarity.count)
    var start = 0
    for column in 0..<table.columnCount {
      let end = Int(ends[column])
      add(words[start..<end], column: Int32(column), &latest)
      start = end
    }
    starts.append(Int32(readings.count))
  }

  /// Which columns have more than one word, or not one of every row.
  private func openColumns(_ rows: [[UInt32]], _ table: Table) -> [Bool] {
    var counts = [Int32](repeating: 0, count: table.columnCount)
    var tokens = [UInt32](repeating: 0, count: table.columnCount)
    var isOpen = [Bool](repeating: false, count: table.columnCount)
    for (row, columns) in zip(rows, table.rows) {
      for (token, column) in zip(row, columns) {
        let c = Int(column)
        if counts[c] == 0 { tokens[c] = token }
        if tokens[c] != token { isOpen[c] = true }
        counts[c] += 1
      }
    }
    for c in counts.indices where counts[c] < rowCount { isOpen[c] = true }
    return isOpen
  }

  /// Calls `body` for each word in some columns with its row and column, row by row.
  private func forEachWord(
    _ rows: [[UInt32]], _ table: Table, in isMeant: [Bool],
    _ body: (_ token: UInt32, _ row: Int, _ column: Int) -> Void
  ) {
    for (r, (row, columns)) in zip(rows, table.rows).enumerated() {
      for (token, column) in zip(row, columns)
      where isMeant[Int(column)] && model.vocabulary.isWord(token) {
        body(token, r, Int(column))
      }
    }
  }

  /// Adds the readings of one column, ordered by token.
  ///
  /// - Parameter latest: By token the reading made of it last, or -1; one before the first of this
  ///   column is another's.
  private mutating func add(
    _ words: ArraySlice<(token: UInt32, row: Int32)>, column: Int32, _ latest: inout [Int32]
  ) {
    let first = readings.count
    starts.append(Int32(first))
    for (token, row) in words {
      var at = Int(latest[Int(token)])
      if at < first {
        at = readings.count
        latest[Int(token)] = Int32(at)
        readings.append(
          Reading(column: column, token: token, rows: RowSet(capacity: rowCount)))
      }
      readings[at].rows.insert(Int(row))
    }
    if readings.count - first > 1 { readings[first...].sort { $0.token < $1.token } }
  }

  // MARK: Runs

  /// Pairs of readings of one word in two columns within reach and in different rows, by columns.
  private func pairs() -> [(first: Int, second: Int)] {
    // Token and place in one number each, which are sorted quicker than places by their tokens.
    let order = readings.indices.map { UInt64(readings[$0].token) << 32 | UInt64($0) }.sorted()
    var result: [(first: Int, second: Int)] = []
    for (at, key) in order.enumerated() {
      let first = Int(key & 0xFFFF_FFFF)
      let limit = readings[first].column + Int32(Self.reach)
      for other in order[(at + 1)...] {
        let second = Int(other & 0xFFFF_FFFF)
        if other >> 32 != key >> 32 || readings[second].column > limit { break }
        if readings[first].rows.isDisjoint(with: readings[second].rows) {
          result.append((first, second))
        }
      }
    }
    return result.sorted { $0.first != $1.first ? $0.first < $1.first : $0.second < $1.second }
  }

  /// The longest run that begins with a pair.
  private func run(from pair: (first: Int, second: Int)) -> Candidate {
    var run = Candidate(
      pairs: [pair], firstRows: readings[pair.first].rows, secondRows: readings[pair.second].rows,
      weight: rarity(pair.first),
      distance: Int(readings[pair.second].column - readings[pair.first].column))
    let limit = readings[pair.second].column
    var last = pair
    while let next = pairAfter(last, run.firstRows, run.secondRows, before: limit) {
      run.firstRows = run.firstRows.intersection(readings[next.first].rows)
      run.secondRows = run.secondRows.intersection(readings[next.second].rows)
      run.weight += rarity(next.first)
      run.pairs.append(next)
      last = next
    }
    return run
  }

  private func rarity(_ reading: Int) -> Int { Int(model.rarity[Int(readings[reading].token)]) }

  /// The nearest pair of readings after a pair, at most one column skipped on either side, that
  /// some rows of each side go on with.
  private func pairAfter(
    _ pair: (first: Int, second: Int), _ firstRows: RowSet, _ secondRows: RowSet,
    before limit: Int32
  ) -> (first: Int, second: Int)? {
    for (i, j) in [(1, 1), (1, 2), (2, 1), (2, 2)] {
      let a = readings[pair.first].column + Int32(i)
      guard a < limit else { continue }
      for first in inColumn(a) where !readings[first].rows.isDisjoint(with: firstRows) {
        for second in inColumn(readings[pair.second].column + Int32(j))
        where readings[second].token == readings[first].token
          && !readings[second].rows.isDisjoint(with: secondRows)
          && readings[second].rows.isDisjoint(with: readings[first].rows)
        {
          return (first, second)
        }
      }
    }
    return nil
  }

  private func inColumn(_ column: Int32) -> Range<Int> {
    guard Int(column) < starts.count - 1 else { return 0..<0 }
    return Int(starts[Int(column)])..<Int(starts[Int(column) + 1])
  }

  // MARK: Choice

  /// Whether the words are rare enough for the distance: 0.5 + 0.25 · log2 of it beyond the
  /// nearest.
  private func isHeavyEnough(_ candidate: Candidate) -> Bool {
    guard candidate.distance > Self.near else { return candidate.weight >= Self.nearWeight }
    let extra = (Fixed.log2(candidate.distance) * Int(Fixed.one)) >> 18
    return candidate.weight >= Self.nearWeight + extra
  }

  /// Takes the heaviest candidates, of equal ones the nearest, each for the rows not yet taken.
  private func select(_ blocks: [TableMove]) -> [TableMove] {
    var used = readings.map { _ in RowSet(capacity: rowCount) }
    var moves = blocks
    for candidate in candidatesByWeight() {
      var first = candidate.firstRows
      var second = candidate.secondRows
      for pair in candidate.pairs {
        first = first.subtracting(used[pair.first])
        second = second.subtracting(used[pair.second])
      }
      guard !first.isEmpty, !second.isEmpty, !isInside(candidate, blocks) else { continue }
      for pair in candidate.pairs {
        used[pair.first].formUnion(first)
        used[pair.second].formUnion(second)
      }
      moves.append(move(candidate, first, second))
    }
    return moves.sorted {
      ($0.first.lowerBound, $0.second.lowerBound, $0.firstRows[0])
        < ($1.first.lowerBound, $1.second.lowerBound, $1.firstRows[0])
    }
  }

  private func candidatesByWeight() -> [Candidate] {
    let order = candidates.indices.sorted { a, b in
      let (x, y) = (candidates[a], candidates[b])
      if x.weight != y.weight { return x.weight > y.weight }
      return x.distance != y.distance ? x.distance < y.distance : a < b
    }
    return order.map { candidates[$0] }
  }

  /// A candidate as a move of some rows.
  private func move(_ candidate: Candidate, _ first: RowSet, _ second: RowSet) -> TableMove {
    TableMove(
      first: columns(candidate.pairs.map(\.first)), firstRows: first.members,
      second: columns(candidate.pairs.map(\.second)), secondRows: second.members,
      pairs: candidate.pairs.map {
        ColumnPair(
          first: Int(readings[$0.first].column), second: Int(readings[$0.second].column))
      })
  }

  /// Whether a candidate touches a moved passage.
  private func isInside(_ candidate: Candidate, _ blocks: [TableMove]) -> Bool {
    let first = columns(candidate.pairs.map(\.first))
    let second = columns(candidate.pairs.map(\.second))
    return blocks.contains { block in
      [first, second].contains { $0.overlaps(block.first) || $0.overlaps(block.second) }
    }
  }

  /// The columns from the first of some readings to the last.
  private func columns(_ run: [Int]) -> Range<Int> {
    Int(readings[run[0]].column)..<Int(readings[run[run.count - 1]].column) + 1
  }
}

/// A transposition in numbers of a table's columns and rows.
struct TableMove: Sendable, Equatable {
  var first: Range<Int>
  var firstRows: [Int]
  var second: Range<Int>
  var secondRows: [Int]
  /// Columns that hold the same word, or variants of it.
  var pairs: [ColumnPair]

  /// The same with its places exchanged.
  var turned: TableMove {
    TableMove(
      first: second, firstRows: secondRows, second: first, secondRows: firstRows,
      pairs: pairs.map { ColumnPair(first: $0.second, second: $0.first) })
  }
}

/// A column of the one place of a transposition and the column of the other that it answers to.
public struct ColumnPair: Sendable, Equatable {
  public internal(set) var first: Int
  public internal(set) var second: Int
}
