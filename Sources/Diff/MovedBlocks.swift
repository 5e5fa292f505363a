/// Finds whole passages that stand elsewhere in other rows.
///
/// A passage that a row has where few others have anything is looked for among the columns that the
/// row leaves out: four-grams that occur once on either side are chained where they run in
/// parallel. Every row keeps its own order; the two places are linked, and their columns are paired
/// by an alignment of their own, so that variants inside the moved passage can be told.
///
/// Time O(R log R) for R tokens and columns outside what a row shares with the others; none for
/// versions of one text in one order.
struct MovedBlocks: ~Copyable {
  private let rows: [[UInt32]]
  /// Weight of all rows.
  private let total: Int
  private let table: Table
  private let model: TokenModel
  /// A token of each column, that which prevails where one does, and the weight of all rows there.
  private var keys: [UInt32]
  private var occupied: [Int]
  private var moves: [TableMove] = []

  /// Tokens or columns from which a stretch is searched.
  private static let minimum = 25
  /// Tokens of a chain at least.
  private static let minimumChain = 12
  /// Tokens between two links of a chain at most, and how far they may leave the diagonal.
  private static let maxSkip = 24
  private static let maxDrift = 8
  /// Share of a chain that must be equal, in percent.
  private static let coverage = 40
  private static let gram = 4

  /// Finds the tokens that prevail in their columns; O(N + C) for N tokens in C columns.
  init(_ canonical: CanonicalRows, _ table: Table, _ model: TokenModel) {
    rows = canonical.rows
    total = canonical.weights.reduce(0, +)
    self.table = table
    self.model = model
    (keys, occupied) = Self.columns(canonical, table)
  }

  /// A token and the weight of each column: the token that more than half of this weight has; where
  /// there is none, one of those that stand there, by their weights and the order of rows.
  private static func columns(_ canonical: CanonicalRows, _ table: Table) -> ([UInt32], [Int]) {
    var keys = [UInt32](repeating: 0, count: table.columnCount)
    var lead = [Int](repeating: 0, count: table.columnCount)
    var occupied = lead
    // The majority vote of R. Boyer and J Moore, "MJRTY" (1991), by weight: enough where one
    // reading prevails, and a chain leads over columns where none does.
    for (r, columns) in table.rows.enumerated() {
      for (token, column) in zip(canonical.rows[r], columns) {
        let c = Int(column)
        let weight = canonical.weights[r]
        occupied[c] += weight
        if lead[c] == 0 || keys[c] == token {
          keys[c] = token
          lead[c] += weight
        } else if weight > lead[c] {
          keys[c] = token
          lead[c] = weight - lead[c]
        } else {
          lead[c] -= weight
        }
      }
    }
    return (keys, occupied)
  }

  /// The moved passages, by first place; with merger, the aligner of their insides.
  mutating func find(_ merger: inout Merger) -> [TableMove] {
    for row in rows.indices {
      let own = residues(of: row)
      guard !own.isEmpty else { continue }
      let left = omissions(of: row)
      guard !left.isEmpty else { continue }
      for chain in chains(row, own, left) { link(row, chain, &merger) }
    }
    return moves
  }

  // MARK: Stretches

  /// Stretches of tokens of a row in columns that no more than half of all have.
  private func residues(of row: Int) -> [Range<Int>] {
    Self.stretches(rows[row].count) { 2 * occupied[Int(table.rows[row][$0])] <= total }
  }

  /// Stretches of columns that a row leaves out.
  private func omissions(of row: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    func close(at end: Int) {
      if end - start >= Self.minimum { result.append(start..<end) }
      start = end + 1
    }
    for column in table.rows[row] { close(at: Int(column)) }
    close(at: table.columnCount)
    return result
  }

  /// The stretches of numbers below `count` that meet a condition.
  private static func stretches(_ count: Int, _ isIn: (Int) -> Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for k in 0...count where k == count || !isIn(k) {
      if k - start >= minimum { result.append(start..<k) }
      start = k + 1
    }
    return result
  }

  // MARK: Chains

  /// Equal four-grams of a row and of the columns it leaves out.
  private struct Link {
    var token: Int
    var column: Int
  }

  private struct Gram {
    var hash: UInt64
    var place: Int
  }

  /// Four-grams that occur once, by hash.
  private static func grams(_ stretches: [Range<Int>], _ id: (Int) -> UInt32) -> [Gram] {
    var all: [Gram] = []
    for stretch in stretches where stretch.count >= gram {
      for start in stretch.lowerBound...(stretch.upperBound - gram) {
        var hash: UInt64 = 0
        for k in start..<start + gram { hash = (hash ^ UInt64(id(k) &+ 1)).mixed }
        all.append(Gram(hash: hash, place: start))
      }
    }
    all.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.place < $1.place }
    return all.indices.compactMap { k in
      let isRepeated =
        (k > 0 && all[k - 1].hash == all[k].hash)
        || (k + 1 < all.count && all[k + 1].hash == all[k].hash)
      return isRepeated ? nil : all[k]
    }
  }

  /// Chains of links that run in parallel and cover enough.
  private func chains(_ row: Int, _ own: [Range<Int>], _ left: [Range<Int>]) -> [[Link]] {
    let links = links(row, own, left)
    var result: [[Link]] = []
    var chain: [Link] = []
    func close() {
      if Self.isLongEnough(chain) { result.append(chain) }
      chain = []
    }
    for link in links {
      if let last = chain.last {
        let (di, dc) = (link.token - last.token, link.column - last.column)
        let goesOn =
          dc > 0 && di <= Self.maxSkip && dc <= 2 * Self.maxSkip && abs(di - dc) <= Self.maxDrift
        if !goesOn { close() }
      }
      chain.append(link)
    }
    close()
    return result
  }

  /// The four-grams that a row and the columns it leaves out have once each, by place in the row.
  private func links(_ row: Int, _ own: [Range<Int>], _ left: [Range<Int>]) -> [Link] {
    let mine = Self.grams(own) { rows[row][$0] }
    let others = Self.grams(left) { keys[$0] }
    var result: [Link] = []
    var j = 0
    for gram in mine {
      while j < others.count, others[j].hash < gram.hash { j += 1 }
      if j < others.count, others[j].hash == gram.hash {
        result.append(Link(token: gram.place, column: others[j].place))
      }
    }
    return result.sorted { $0.token < $1.token }
  }

  /// Whether a chain spans enough tokens, and enough of these are in its four-grams.
  private static func isLongEnough(_ chain: [Link]) -> Bool {
    guard let first = chain.first, let last = chain.last else { return false }
    let span = last.token + gram - first.token
    var covered = 0
    var end = first.token
    for link in chain {
      covered += link.token + gram - max(end, link.token)
      end = link.token + gram
    }
    return span >= minimumChain && covered * 100 >= coverage * span
  }

  // MARK: Moves

  /// Links the two places of a chain, unless an earlier row has linked them.
  private mutating func link(_ row: Int, _ chain: [Link], _ merger: inout Merger) {
    var tokens = chain[0].token..<chain[chain.count - 1].token + Self.gram
    var there = chain[0].column..<chain[chain.count - 1].column + Self.gram
    widen(row, &tokens, &there)
    let here =
      Int(table.rows[row][tokens.lowerBound])..<Int(table.rows[row][tokens.upperBound - 1]) + 1
    guard !here.overlaps(there), !isLinked(here, there) else { return }
    let hereRows = rowsHaving(here)
    let thereRows = rowsHaving(there).filter { !hereRows.contains($0) }
    guard !hereRows.isEmpty, !thereRows.isEmpty else { return }
    let move = TableMove(
      first: here, firstRows: hereRows, second: there, secondRows: thereRows,
      pairs: pairs(row, tokens, there, &merger))
    moves.append(here.lowerBound < there.lowerBound ? move : move.turned)
  }

  /// Whether a move links places that overlap with two, in whichever order.
  private func isLinked(_ here: Range<Int>, _ there: Range<Int>) -> Bool {
    moves.contains { move in
      (move.first.overlaps(here) && move.second.overlaps(there))
        || (move.first.overlaps(there) && move.second.overlaps(here))
    }
  }

  /// Takes in equal words at both ends, as long as the row still leaves the columns out.
  private func widen(_ row: Int, _ tokens: inout Range<Int>, _ columns: inout Range<Int>) {
    let held = table.rows[row]
    while tokens.lowerBound > 0, columns.lowerBound > 0,
      rows[row][tokens.lowerBound - 1] == keys[columns.lowerBound - 1],
      held.place(of: Int32(columns.lowerBound - 1)) == nil
    {
      tokens = tokens.lowerBound - 1..<tokens.upperBound
      columns = columns.lowerBound - 1..<columns.upperBound
    }
    while tokens.upperBound < held.count, columns.upperBound < table.columnCount,
      rows[row][tokens.upperBound] == keys[columns.upperBound],
      held.place(of: Int32(columns.upperBound)) == nil
    {
      tokens = tokens.lowerBound..<tokens.upperBound + 1
      columns = columns.lowerBound..<columns.upperBound + 1
    }
  }

  /// Rows that have something in at least half of some columns.
  private func rowsHaving(_ columns: Range<Int>) -> [Int] {
    rows.indices.filter { row in
      let first = table.rows[row].partition { Int($0) >= columns.lowerBound }
      let end = table.rows[row].partition { Int($0) >= columns.upperBound }
      return 2 * (end - first) >= columns.count
    }
  }

  /// Aligns the insides of two places: the row's words, and those that prevail in the columns.
  private func pairs(
    _ row: Int, _ tokens: Range<Int>, _ columns: Range<Int>, _ merger: inout Merger
  ) -> [ColumnPair] {
    let a = Profile(row: Array(rows[row][tokens]), weight: 1)
    let b = Profile(row: Array(keys[columns]), weight: 1)
    return merger.pairing(a, b).runs.flatMap { run in
      (0..<run.length).map { k in
        ColumnPair(
          first: Int(table.rows[row][tokens.lowerBound + run.startA + k]),
          second: columns.lowerBound + run.startB + k)
      }
    }
  }
}
