/// Aligns doubtful stretches of single rows again, each against all other rows together.
///
/// A merge early in the guide tree knows two witnesses only, and what it decides is never looked at
/// again. Taking rows out and putting them back, one after the other, mends most of it (the
/// iterative refinement of M. Barton and M. Sternberg 1987, O. Gotoh 1996), here only where a row
/// is in doubt.
///
/// Rows are taken in canonical order. Each change raises the score of the row against the others,
/// so the objective never falls. Two rows are left as they are: their merge was exact.
///
/// Windows of one row that do not touch are independent, and may be solved at the same time: a
/// window is solved again in its turn if a change beside it came before it.
///
/// Time O(v · N · w · d) for a share v of doubtful tokens among N, windows of w columns and d
/// tokens a column, beside O(N + C · W) a round for finding them in C columns of W rows.
struct Refinement: ~Copyable {
  private let workers: RefinementWorkers
  private var dirty: [Bool] = []
  private var windows: [Range<Int>] = []
  /// Windows that could not be bettered, by a hash of all that the answer depends on; asked, never
  /// listed. Rows of one family have many windows in common, and the second round nearly all.
  private var settled: Set<UInt64> = []
  /// Tokens looked at so far.
  private(set) var refined = 0
  /// Sum of what the changes gained, by the objective of the windows.
  private(set) var gain = 0

  /// Windows of a row from which several threads are worth their while.
  private static let parallelWindows = 16

  /// Makes a `RefinementWindow` for each thread; less than 1 counts as 1.
  init(_ model: TokenModel, threads: Int = 1) {
    workers = RefinementWorkers(max(1, threads), model)
  }

  /// Cells and pairs of words of all windows so far, on all threads together.
  var work: (cells: Int, pairs: Int) {
    var sum = (cells: 0, pairs: 0)
    for thread in 0..<workers.count {
      sum.cells += workers.base[thread].solver.cells
      sum.pairs += workers.base[thread].solver.pairs.asked
    }
    return sum
  }

  /// Gives the first thread what is known of pairs of words, and takes what it knew.
  mutating func swapPairs(_ pairs: inout PairScore) {
    swap(&pairs, &workers.base[0].solver.pairs)
  }

  /// Refines all rows, in two rounds at most.
  mutating func refine(_ table: inout WorkingTable) {
    guard table.rows.count > 2 else { return }
    for _ in 0..<Parameters.refinementRounds {
      var isChanged = false
      for row in table.rows.indices where refine(row, &table) { isChanged = true }
      if !isChanged { break }
    }
  }

  private mutating func refine(_ row: Int, _ table: inout WorkingTable) -> Bool {
    markDirty(row, table)
    findWindows()
    guard !windows.isEmpty else { return false }
    let ahead = solveAhead(row, table)
    var changedTo = -1
    for (index, window) in windows.enumerated() {
      let isFresh = !ahead.isEmpty && window.lowerBound > changedTo
      let outcome = isFresh ? ahead[index] : solve(row, window, table)
      refined += window.count
      switch outcome {
      case .none: break
      case .settled(let question): settled.insert(question)
      case .better(let targets, let gain):
        apply(row, window, targets, .refinement(gain: Int(gain)), &table)
        self.gain += Int(gain)
        changedTo = window.upperBound
      }
    }
    return changedTo >= 0
  }

  /// Aligns a window again in its turn.
  private func solve(
    _ row: Int, _ window: Range<Int>, _ table: WorkingTable
  ) -> RefinementWindow.Outcome {
    workers.base[0].solve(row, window, table, settled: settled)
  }

  /// Solves all windows of a row at once, if there are several threads and enough windows.
  private func solveAhead(_ row: Int, _ table: WorkingTable) -> [RefinementWindow.Outcome] {
    let threads = workers.count
    guard threads > 1, windows.count >= Self.parallelWindows else { return [] }
    var outcomes = [RefinementWindow.Outcome](repeating: .none, count: windows.count)
    let windows = windows
    let settled = settled
    outcomes.withUnsafeMutableBufferPointer { buffer in
      // Each thread has a worker and outcomes of its own; all else is only read.
      nonisolated(unsafe) let outcomes = buffer
      nonisolated(unsafe) let workers = workers.base
      Parallel.perform(threads: threads) { thread in
        // Neighbors go to one thread: the same part of the text for all rows, whose scores it
        // knows.
        let (count, next) = (windows.count, thread + 1)
        for index in thread * count / threads..<next * count / threads {
          outcomes[index] = workers[thread].solve(row, windows[index], table, settled: settled)
        }
      }
    }
    return outcomes
  }

  /// Puts the tokens where the new path has them; those without partner get columns of their own.
  private func apply(
    _ row: Int, _ window: Range<Int>, _ targets: [Int32], _ reason: PlacementReason,
    _ table: inout WorkingTable
  ) {
    var last = table.place(row, window.lowerBound - 1)
    table.lift(row: row, window)
    for (k, target) in targets.enumerated() {
      last = target >= 0 ? target : table.insertColumn(after: last)
      table.put(row: row, token: window.lowerBound + k, into: last, reason)
    }
  }

  // MARK: Where to look

  /// Marks the tokens that are in doubt: unlike their column, in a column of few, or beside a
  /// column of many that the row has not.
  private mutating func markDirty(_ row: Int, _ table: WorkingTable) {
    let ids = table.rows[row]
    dirty.removeAll(keepingCapacity: true)
    dirty.append(contentsOf: repeatElement(false, count: ids.count))
    var last = WorkingTable.border
    for k in ids.indices {
      let node = table.places[row][k]
      if !table.isMajority(node) || isUnlike(ids[k], table.heaviest(node)) { dirty[k] = true }
      if skipsMajority(table, after: last, before: node) {
        dirty[k] = true
        if k > 0 { dirty[k - 1] = true }
      }
      last = node
    }
    if !ids.isEmpty, skipsMajority(table, after: last, before: WorkingTable.border) {
      dirty[ids.count - 1] = true
    }
  }

  /// Whether a token scores nothing beside the usual one of its column.
  private func isUnlike(_ token: UInt32, _ heaviest: UInt32) -> Bool {
    token != heaviest && workers.base[0].solver.pairs.score(token, heaviest) <= 0
  }

  /// Whether a column that most rows have stands between two.
  private func skipsMajority(_ table: WorkingTable, after: Int32, before: Int32) -> Bool {
    var node = table.next[Int(after)]
    while node != before {
      if table.isMajority(node) { return true }
      node = table.next[Int(node)]
    }
    return false
  }

  /// Lists the clusters of dirty tokens, each with clean ones on both sides.
  private mutating func findWindows() {
    let context = Parameters.refinementContext
    windows.removeAll(keepingCapacity: true)
    var at = 0
    while true {
      while at < dirty.count, !dirty[at] { at += 1 }
      guard at < dirty.count else { return }
      let first = at
      var last = at
      while at < dirty.count, at - last <= context {
        if dirty[at] { last = at }
        at += 1
      }
      at = last + 1
      windows.append(max(0, first - context)..<min(dirty.count, last + 1 + context))
    }
  }
}
