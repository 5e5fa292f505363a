/// Aligns doubtful stretches of single rows again, each against all other rows together.
///
/// A merge early in the guide tree knows two witnesses only, and what it decides is never looked at
/// again. Taking rows out and putting them back, one after the other, mends most of it (the iterative
/// refinement of M. Barton and M. Sternberg 1987, O. Gotoh 1996), here only where a row is in doubt.
///
/// Rows are taken in canonical order. Each change raises the score of the row against the others, so
/// the objective never falls.
///
/// Time O(v · N · w · d) for a share v of doubtful tokens among N, windows of w columns and d tokens a
/// column.
struct Refinement: ~Copyable {
  private var solver: WindowSolver
  private var nodes: [Int32] = []
  private var dirty: [Bool] = []
  private var found: [MatchedRun] = []
  /// For each column of the window the token of the row in it, or -1.
  private var held: [Int] = []
  /// Tokens looked at so far.
  private(set) var refined = 0
  /// Sum of what the changes gained, by the objective of the windows.
  private(set) var gain = 0

  init(_ solver: consuming WindowSolver) {
    self.solver = solver
  }

  /// Gives the solver back, with its counts.
  consuming func finish() -> WindowSolver { solver }

  /// Refines all rows, in two rounds at most.
  mutating func refine(_ table: inout WorkingTable) {
    guard table.rows.count > 1 else { return }
    for _ in 0..<Parameters.refinementRounds {
      var isChanged = false
      for row in table.rows.indices where refine(row, &table) { isChanged = true }
      if !isChanged { break }
    }
  }

  private mutating func refine(_ row: Int, _ table: inout WorkingTable) -> Bool {
    markDirty(row, table)
    var isChanged = false
    var at = 0
    while let window = nextWindow(from: &at) {
      if realign(row, window, &table) { isChanged = true }
    }
    return isChanged
  }

  // MARK: Where to look

  /// Marks the tokens that are in doubt: unlike their column, in a column of few, or beside a column of
  /// many that the row has not.
  private mutating func markDirty(_ row: Int, _ table: WorkingTable) {
    let ids = table.rows[row]
    let places = table.places[row]
    dirty.removeAll(keepingCapacity: true)
    dirty.append(contentsOf: repeatElement(false, count: ids.count))
    var last = WorkingTable.border
    for (k, node) in places.enumerated() {
      let heaviest = table.heaviest(node)
      if !table.isMajority(node)
        || (heaviest != ids[k] && solver.pairs.score(ids[k], heaviest) <= 0)
      {
        dirty[k] = true
      }
      if skipsMajority(table, after: last, before: node) {
        dirty[k] = true
        if k > 0 { dirty[k - 1] = true }
      }
      last = node
    }
    if let end = places.last, skipsMajority(table, after: end, before: WorkingTable.border) {
      dirty[ids.count - 1] = true
    }
  }

  private func skipsMajority(_ table: WorkingTable, after: Int32, before: Int32) -> Bool {
    var node = table.next[Int(after)]
    while node != before {
      if table.isMajority(node) { return true }
      node = table.next[Int(node)]
    }
    return false
  }

  /// The next cluster of dirty tokens, with clean ones on both sides.
  private func nextWindow(from at: inout Int) -> Range<Int>? {
    let context = Parameters.refinementContext
    while at < dirty.count, !dirty[at] { at += 1 }
    guard at < dirty.count else { return nil }
    let first = at
    var last = at
    while at < dirty.count, at - last <= context {
      if dirty[at] { last = at }
      at += 1
    }
    at = last + 1
    return max(0, first - context)..<min(dirty.count, last + 1 + context)
  }

  // MARK: Aligning again

  /// Aligns the tokens of a window again and keeps the new places if they are better.
  private mutating func realign(
    _ row: Int, _ window: Range<Int>, _ table: inout WorkingTable
  ) -> Bool {
    let before = table.place(row, window.lowerBound - 1)
    let after = table.place(row, window.upperBound)
    collectColumns(row, window, table, after: before, before: after)
    guard !nodes.isEmpty, nodes.count * window.count <= Parameters.smallWindow else { return false }
    loadRow(table.rows[row], window)
    guard loadColumns(row, table, tokens: window.count) else { return false }
    refined += window.count
    let old = oldScore(window.count)
    found.removeAll(keepingCapacity: true)
    solver.solve(offsetA: 0, offsetB: 0, into: &found)
    guard solver.score > old + Parameters.refinementMargin else { return false }
    gain += Int(solver.score - old)
    apply(row, window, after: before, &table)
    return true
  }

  /// Lists the columns that a window may use, without those that the row alone has and without the
  /// inside of very long gaps.
  private mutating func collectColumns(
    _ row: Int, _ window: Range<Int>, _ table: WorkingTable, after: Int32, before: Int32
  ) {
    nodes.removeAll(keepingCapacity: true)
    held.removeAll(keepingCapacity: true)
    let reach = Parameters.refinementGapReach
    let own = table.weights[row]
    var token = window.lowerBound
    var gapStart = 0
    var node = table.next[Int(after)]
    func shorten(_ nodes: inout [Int32], _ held: inout [Int], from start: Int) {
      guard nodes.count - start > 2 * reach else { return }
      nodes.removeSubrange(start + reach..<nodes.count - reach)
      held.removeSubrange(start + reach..<held.count - reach)
    }
    while node != before {
      let isHeld = token < window.upperBound && table.places[row][token] == node
      if isHeld { shorten(&nodes, &held, from: gapStart) }
      if !isHeld || table.occupied[Int(node)] > own {
        nodes.append(node)
        held.append(isHeld ? token - window.lowerBound : -1)
      }
      if isHeld {
        token += 1
        gapStart = nodes.count
      }
      node = table.next[Int(node)]
    }
    shorten(&nodes, &held, from: gapStart)
  }

  private mutating func loadRow(_ ids: [UInt32], _ window: Range<Int>) {
    solver.left.begin(columns: window.count, entries: window.count)
    for k in window { solver.left.appendSolid(ids[k]) }
  }

  /// Loads the columns without the row's own weight; false where nothing could change.
  private mutating func loadColumns(_ row: Int, _ table: WorkingTable, tokens: Int) -> Bool {
    let own = table.weights[row]
    let others = table.total - own
    var isOpen = nodes.count != tokens
    solver.right.begin(
      columns: nodes.count, entries: nodes.count * Parameters.refinementDepth)
    for (j, node) in nodes.enumerated() {
      var taken = 0
      let mine = held[j] < 0 ? nil : Optional(solver.left.distinct.base[leftLocal(held[j])])
      for entry in table.entries(node) {
        if taken == Parameters.refinementDepth { break }
        let weight = table.weight(entry) - (table.token(entry) == mine ? own : 0)
        guard weight > 0 else { continue }
        solver.right.appendEntry(table.token(entry), WindowSide.share(weight, of: others))
        taken += 1
      }
      let present = table.occupied[Int(node)] - (mine == nil ? 0 : own)
      if 2 * present < others { isOpen = true }
      solver.right.finishColumn(occupied: WindowSide.share(present, of: others))
    }
    return isOpen
  }

  private func leftLocal(_ index: Int) -> Int { Int(solver.left.locals.base[index]) }

  /// The score of the places that the tokens have now.
  private mutating func oldScore(_ tokens: Int) -> Score {
    var score: Score = 0
    var matched = 0
    var gap = GapCost()
    for j in held.indices {
      guard held[j] >= 0 else {
        gap.add(share: solver.right.occupied.base[j])
        continue
      }
      score -= gap.close() + GapCost.whole(held[j] - matched)
      score += solver.soleScore(held[j], j)
      matched = held[j] + 1
    }
    return score - gap.close() - GapCost.whole(tokens - matched)
  }

  /// Puts the tokens where the new path has them; those without partner get columns of their own.
  private mutating func apply(
    _ row: Int, _ window: Range<Int>, after border: Int32, _ table: inout WorkingTable
  ) {
    var targets = [Int32](repeating: -1, count: window.count)
    for run in found {
      for k in 0..<run.length { targets[run.startA + k] = nodes[run.startB + k] }
    }
    table.lift(row: row, window)
    var last = border
    for (k, target) in targets.enumerated() {
      last = target >= 0 ? target : table.insertColumn(after: last)
      table.put(row: row, token: window.lowerBound + k, into: last)
    }
  }
}

/// The cost of a gap, added up column by column: the smaller of the two affine costs.
struct GapCost {
  private var short: Score = 0
  private var long: Score = 0
  private var isOpen = false

  /// Adds a column that so many of the others have.
  mutating func add(share: Share) {
    if !isOpen {
      short = WindowSolver.cost(Parameters.gapOpen, share)
      long = WindowSolver.cost(Parameters.longGapOpen, share)
      isOpen = true
    }
    short += WindowSolver.cost(Parameters.gapExtension, share)
    long += WindowSolver.cost(Parameters.longGapExtension, share)
  }

  /// The cost, after which a new gap may begin.
  mutating func close() -> Score {
    defer { self = GapCost() }
    return min(short, long)
  }

  /// The cost of a gap of `length` columns that all of a group have.
  static func whole(_ length: Int) -> Score {
    guard length > 0 else { return 0 }
    let count = Score(length)
    return min(
      Parameters.gapOpen + count * Parameters.gapExtension,
      Parameters.longGapOpen + count * Parameters.longGapExtension)
  }
}
