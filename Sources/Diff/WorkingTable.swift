/// An alignment table under repair: columns come, go and change their tokens one at a time.
///
/// Columns are nodes of a doubly linked list, so that one can be put in anywhere; node 0 is the
/// border before the first and after the last. Each column holds its distinct tokens, the heaviest
/// first, of equal ones that with the smaller id.
struct WorkingTable {
  let rows: [[UInt32]]
  let weights: [Int32]
  /// Sum of `weights`.
  let total: Int32
  /// The column node of each token.
  private(set) var places: [[Int32]]

  private(set) var next: [Int32]
  private(set) var previous: [Int32]
  /// Weight of all rows that have anything in a column.
  private(set) var occupied: [Int32]
  /// What put each token where it is; empty unless asked for.
  private(set) var reasons: [[PlacementReason]]
  /// Number of the last change of each column.
  private(set) var versions: [UInt32]
  private var changes: UInt32 = 0
  /// Place of a column in the order of all; valid after `number()` until a column is added.
  private(set) var order: [Int32] = []

  private var starts: [Int32]
  private var counts: [Int32]
  private var capacities: [Int32]
  private var tokens: [UInt32] = []
  private var tokenWeights: [Int32] = []

  static let border: Int32 = 0

  /// Takes over a table; O(N · d + C) for N tokens and C columns of up to d distinct tokens.
  ///
  /// - Parameter reasons: What put each token into its column, where that is to be kept.
  init(_ canonical: CanonicalRows, _ table: Table, reasons: [[PlacementReason]] = []) {
    self.reasons = reasons
    rows = canonical.rows
    weights = canonical.weights.map(Int32.init)
    total = weights.reduce(0, +)
    let count = table.columnCount
    places = table.rows.map { $0.map { $0 + 1 } }
    next = [Int32](1...Int32(count + 1))
    next[count] = 0
    previous = [Int32](-1..<Int32(count))
    previous[0] = Int32(count)
    occupied = [Int32](repeating: 0, count: count + 1)
    versions = [UInt32](repeating: 0, count: count + 1)
    starts = [Int32](repeating: 0, count: count + 1)
    counts = starts
    capacities = starts
    reserveColumns(table)
    for (r, row) in rows.enumerated() {
      for (k, token) in row.enumerated() { add(token, weights[r], to: places[r][k]) }
    }
  }

  /// Gives each column room for as many tokens as it has rows, 4 at most; a column that needs more
  /// moves.
  private mutating func reserveColumns(_ table: Table) {
    for row in table.rows {
      for column in row where capacities[Int(column) + 1] < 4 { capacities[Int(column) + 1] += 1 }
    }
    var end: Int32 = 0
    for node in capacities.indices {
      starts[node] = end
      end += capacities[node]
    }
    tokens = [UInt32](repeating: 0, count: Int(end))
    tokenWeights = [Int32](repeating: 0, count: Int(end))
  }

  // MARK: Columns

  /// The distinct tokens of a column, heaviest first.
  func entries(_ node: Int32) -> Range<Int> {
    let start = Int(starts[Int(node)])
    return start..<start + Int(counts[Int(node)])
  }

  /// A token by its place in `entries`, which holds until the table changes.
  func token(_ entry: Int) -> UInt32 { tokens[entry] }

  /// The weight of all rows that have that token there.
  func weight(_ entry: Int) -> Int32 { tokenWeights[entry] }

  /// The heaviest token of a column that is not empty.
  func heaviest(_ node: Int32) -> UInt32 { tokens[Int(starts[Int(node)])] }

  /// Whether all rows have one and the same token there.
  func isUnanimous(_ node: Int32) -> Bool {
    counts[Int(node)] == 1 && occupied[Int(node)] == total
  }

  /// Whether those rows that have anything in a column have the same.
  func isUniform(_ node: Int32) -> Bool { counts[Int(node)] == 1 }

  /// Whether all who stand in two columns have one and the same token in them.
  func haveOneToken(_ a: Int32, _ b: Int32) -> Bool {
    isUniform(a) && isUniform(b) && heaviest(a) == heaviest(b)
  }

  /// Whether at least half of all rows have something there.
  func isMajority(_ node: Int32) -> Bool { 2 * occupied[Int(node)] >= total }

  /// Whether a column is not much emptier than others of so much weight.
  func isFull(_ node: Int32, beside others: Int32) -> Bool {
    Self.isFull(occupied[Int(node)], beside: others)
  }

  /// The same for the weight of the column itself: half of the others at least. With two thirds
  /// dominica-b lost .003, and with none legend-henry .002.
  static func isFull(_ weight: Int32, beside others: Int32) -> Bool { 2 * weight >= others }

  /// The column of a token, or the border for a token before the first or after the last.
  func place(_ row: Int, _ token: Int) -> Int32 {
    token < 0 || token >= places[row].count ? Self.border : places[row][token]
  }

  /// The token that a row has in a column, as its number in the row; valid after `number()` until a
  /// column is added; O(log N) for N tokens of the row.
  func token(of row: Int, in node: Int32) -> Int? {
    let places = places[row]
    let token = places.partition { order[Int($0)] >= order[Int(node)] }
    return token < places.count && places[token] == node ? token : nil
  }

  /// Numbers all columns in their order and returns how many they are; O(C).
  @discardableResult
  mutating func number() -> Int {
    order = [Int32](repeating: 0, count: next.count)
    var node = next[0]
    var number: Int32 = 0
    while node != Self.border {
      number += 1
      order[Int(node)] = number
      node = next[Int(node)]
    }
    return Int(number)
  }

  // MARK: Changes

  /// Moves a token of a row to another column, which must keep the row rising.
  mutating func move(row: Int, token: Int, to node: Int32, _ reason: PlacementReason) {
    if !reasons.isEmpty { reasons[row][token] = reason }
    let id = rows[row][token]
    let old = places[row][token]
    places[row][token] = node
    add(id, weights[row], to: node)
    remove(id, weights[row], from: old)
  }

  /// Takes tokens of a row out of their columns; they must be put somewhere before anything else.
  mutating func lift(row: Int, _ range: Range<Int>) {
    for k in range { remove(rows[row][k], weights[row], from: places[row][k]) }
  }

  /// Puts a lifted token into a column.
  mutating func put(row: Int, token: Int, into node: Int32, _ reason: PlacementReason) {
    if !reasons.isEmpty, places[row][token] != node { reasons[row][token] = reason }
    places[row][token] = node
    add(rows[row][token], weights[row], to: node)
  }

  /// Makes an empty column after `node`.
  mutating func insertColumn(after node: Int32) -> Int32 {
    let new = Int32(next.count)
    let following = next[Int(node)]
    next.append(following)
    previous.append(node)
    next[Int(node)] = new
    previous[Int(following)] = new
    occupied.append(0)
    versions.append(0)
    starts.append(Int32(tokens.count))
    counts.append(0)
    capacities.append(1)
    tokens.append(0)
    tokenWeights.append(0)
    return new
  }

  /// Adds weight to a token of a column and keeps the order of its entries; O(d) for d of them.
  private mutating func add(_ token: UInt32, _ weight: Int32, to node: Int32) {
    let n = Int(node)
    touch(n)
    occupied[n] += weight
    let first = Int(starts[n])
    if counts[n] > 0, tokens[first] == token {
      tokenWeights[first] += weight
      return
    }
    var entry = entries(node).first { tokens[$0] == token } ?? -1
    if entry < 0 {
      if counts[n] == capacities[n] { enlarge(n) }
      entry = Int(starts[n] + counts[n])
      counts[n] += 1
      tokens[entry] = token
      tokenWeights[entry] = 0
    }
    tokenWeights[entry] += weight
    while entry > Int(starts[n]), precedes(entry, entry - 1) {
      tokens.swapAt(entry, entry - 1)
      tokenWeights.swapAt(entry, entry - 1)
      entry -= 1
    }
  }

  /// Gives a column a new version.
  private mutating func touch(_ n: Int) {
    changes += 1
    versions[n] = changes
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    tokenWeights[a] != tokenWeights[b] ? tokenWeights[a] > tokenWeights[b] : tokens[a] < tokens[b]
  }

  /// Moves the entries of a column to where there is room for twice as many.
  private mutating func enlarge(_ n: Int) {
    let old = Int(starts[n])
    let count = Int(counts[n])
    starts[n] = Int32(tokens.count)
    capacities[n] = max(4, 2 * capacities[n])
    tokens.append(contentsOf: repeatElement(0, count: Int(capacities[n])))
    tokenWeights.append(contentsOf: repeatElement(0, count: Int(capacities[n])))
    for k in 0..<count {
      tokens[Int(starts[n]) + k] = tokens[old + k]
      tokenWeights[Int(starts[n]) + k] = tokenWeights[old + k]
    }
  }

  /// Takes weight from a token of a column; a column left empty is taken out of the list.
  private mutating func remove(_ token: UInt32, _ weight: Int32, from node: Int32) {
    let n = Int(node)
    touch(n)
    occupied[n] -= weight
    guard var entry = entries(node).first(where: { tokens[$0] == token }) else { return }
    tokenWeights[entry] -= weight
    let last = Int(starts[n] + counts[n]) - 1
    while entry < last, precedes(entry + 1, entry) {
      tokens.swapAt(entry, entry + 1)
      tokenWeights.swapAt(entry, entry + 1)
      entry += 1
    }
    if tokenWeights[entry] == 0 { counts[n] -= 1 }
    if occupied[n] == 0 { unlink(node) }
  }

  private mutating func unlink(_ node: Int32) {
    let (before, after) = (previous[Int(node)], next[Int(node)])
    next[Int(before)] = after
    previous[Int(after)] = before
  }

  // MARK: Result

  /// The table as it stands; O(N + C).
  mutating func table() -> Table {
    let count = number()
    return Table(rows: places.map { $0.map { order[Int($0)] - 1 } }, columnCount: count)
  }
}
