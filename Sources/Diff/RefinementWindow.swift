/// Aligns windows of single rows against the columns of all others, without changing anything.
///
/// One value for each thread.
struct RefinementWindow: ~Copyable {
  var solver: RowWindowSolver
  /// Columns that the window may use.
  private var columns: [Column] = []
  private var found: [MatchedRun] = []

  /// A column that a window may use.
  private struct Column {
    var node: Int32
    /// The token of the row in it, counted within the window, or -1.
    var held: Int
    /// A hash of all that scores in it depend on.
    var content: UInt64
  }

  /// What became of a window.
  enum Outcome {
    /// Nothing can or need be done.
    case none
    /// The places are as good as any; the hash of all that this depends on.
    case settled(UInt64)
    /// Better places: a column for each token, -1 for one of its own.
    case better([Int32], gain: Score)
  }

  /// Makes memory for many windows, O(V + a) for a vocabulary of V elements in a different letters.
  init(_ model: TokenModel) {
    solver = RowWindowSolver(model)
  }

  /// Aligns the tokens of a window again.
  ///
  /// - Parameter settled: Hashes of windows known to be as good as any.
  mutating func solve(
    _ row: Int, _ window: Range<Int>, _ table: borrowing WorkingTable,
    settled: borrowing Set<UInt64>
  ) -> Outcome {
    collectColumns(row, window, table)
    guard !columns.isEmpty, columns.count * window.count <= Parameters.smallWindow else {
      return .none
    }
    let question = hash(row, window, table)
    guard !settled.contains(question) else { return .none }
    loadRow(table.rows[row], window)
    guard loadColumns(row, table, tokens: window.count) else { return .none }
    let old = oldScore(window.count)
    found.removeAll(keepingCapacity: true)
    guard solver.solve(above: old + Parameters.refinementMargin, into: &found) else {
      return .settled(question)
    }
    var targets = [Int32](repeating: -1, count: window.count)
    for run in found {
      for k in 0..<run.length { targets[run.startA + k] = columns[run.startB + k].node }
    }
    return .better(targets, gain: solver.score - old)
  }

  /// Lists the columns that a window may use, without those that the row alone has and without the
  /// inside of very long gaps.
  private mutating func collectColumns(
    _ row: Int, _ window: Range<Int>, _ table: borrowing WorkingTable
  ) {
    columns.removeAll(keepingCapacity: true)
    let own = table.weights[row]
    let end = table.place(row, window.upperBound)
    var token = window.lowerBound
    var gapStart = 0
    var node = table.next[Int(table.place(row, window.lowerBound - 1))]
    while node != end {
      let isHeld = token < window.upperBound && table.places[row][token] == node
      if isHeld { shortenGap(from: gapStart) }
      if !isHeld || table.occupied[Int(node)] > own {
        let content = content(node, without: isHeld ? table.rows[row][token] : .max, own, table)
        columns.append(
          Column(node: node, held: isHeld ? token - window.lowerBound : -1, content: content))
      }
      if isHeld {
        token += 1
        gapStart = columns.count
      }
      node = table.next[Int(node)]
    }
    shortenGap(from: gapStart)
  }

  /// Leaves both ends of a long gap.
  private mutating func shortenGap(from start: Int) {
    let reach = Parameters.refinementGapReach
    guard columns.count - start > 2 * reach else { return }
    columns.removeSubrange(start + reach..<columns.count - reach)
  }

  /// A hash of what a column has without the row's own token: its last change, which no other
  /// column shares, that token, and the weight of the row.
  private func content(
    _ node: Int32, without token: UInt32, _ own: Int32, _ table: borrowing WorkingTable
  ) -> UInt64 {
    let content = UInt64(table.versions[Int(node)]) << 32 | UInt64(token)
    return (content.mixed ^ UInt64(UInt32(own))).mixed
  }

  /// A hash of the tokens, their columns, the others in them, and the weight of the row.
  private func hash(
    _ row: Int, _ window: Range<Int>, _ table: borrowing WorkingTable
  ) -> UInt64 {
    var hash = UInt64(UInt32(table.weights[row])).mixed
    for k in window { hash = (hash ^ UInt64(table.rows[row][k])).mixed }
    for column in columns {
      hash = (hash ^ column.content).mixed
      hash = (hash &+ UInt64(truncatingIfNeeded: column.held)).mixed
    }
    return hash
  }

  /// Loads the tokens of the row as columns that it has alone.
  private mutating func loadRow(_ ids: [UInt32], _ window: Range<Int>) {
    solver.left.begin(columns: window.count, entries: window.count)
    for k in window { solver.left.appendSolid(ids[k]) }
  }

  /// Loads the columns without the row's own weight; false where nothing could change.
  private mutating func loadColumns(
    _ row: Int, _ table: borrowing WorkingTable, tokens: Int
  ) -> Bool {
    let own = table.weights[row]
    let others = table.total - own
    var isOpen = columns.count != tokens
    solver.beginColumns(columns.count, words: columns.count * Parameters.refinementDepth)
    for column in columns {
      let mine = column.held < 0 ? nil : Optional(token(column.held))
      var taken = 0
      for entry in table.entries(column.node) where taken < Parameters.refinementDepth {
        let weight = table.weight(entry) - (table.token(entry) == mine ? own : 0)
        guard weight > 0 else { continue }
        solver.append(table.token(entry), Fixed.share(weight, of: others))
        taken += 1
      }
      let present = table.occupied[Int(column.node)] - (mine == nil ? 0 : own)
      if 2 * present < others { isOpen = true }
      solver.finishColumn(
        column.node, occupied: Fixed.share(present, of: others), content: column.content)
    }
    return isOpen
  }

  /// A token of the row by its number within the window.
  private func token(_ index: Int) -> UInt32 {
    solver.left.distinct.base[Int(solver.left.locals.base[index])]
  }

  /// The score of the places that the tokens have now.
  private mutating func oldScore(_ tokens: Int) -> Score {
    var score: Score = 0
    var matched = 0
    var gap = GapCost()
    for (j, column) in columns.enumerated() {
      guard column.held >= 0 else {
        gap.add(share: solver.occupied.base[j])
        continue
      }
      score -= gap.close() + GapCost.whole(column.held - matched)
      score += solver.score(column.held, j)
      matched = column.held + 1
    }
    return score - gap.close() - GapCost.whole(tokens - matched)
  }
}

/// One `RefinementWindow` for each thread, at fixed places in memory: values that cannot be copied
/// cannot stand in an array.
struct RefinementWorkers: ~Copyable {
  let count: Int
  /// Where they stand; each may be touched by its own thread only.
  let base: UnsafeMutablePointer<RefinementWindow>

  /// Makes as many, at least 1, before any thread runs; each costs what `RefinementWindow` says.
  init(_ count: Int, _ model: TokenModel) {
    self.count = count
    base = .allocate(capacity: count)
    for k in 0..<count { (base + k).initialize(to: RefinementWindow(model)) }
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }
}
