/// The paths through a window: the recurrence of Gotoh, row by row, and the way back.
///
/// It knows scores and costs, not what they are of. Rows of cells may be filled in part: what lies
/// beside a row's part counts as worse than any path.
struct WindowGrid: ~Copyable {
  /// Score of the path read back last.
  private(set) var score: Score = 0
  private var rows = Scratch<Score>()
  private var trace = Scratch<UInt16>()
  private var costs = Scratch<ColumnGapCost>()
  /// For each cell of the row under way what a gap on the left side opens from after it.
  private var opening = Scratch<Score>()
  private var sources = Scratch<Int32>()
  /// Cells of a row: one more than the right side has columns.
  private var width = 1

  /// Cells that are computed at once; so many behind a row's end may be written, but are never
  /// read.
  static let lanes = 4

  /// Worse than any path, and far enough from the least number to be added to.
  static let never: Score = -(1 << 29)

  /// The states of a path. A gap is short or long by its cost.
  private enum State {
    static let match = 0
    /// Columns of the left side without partner.
    static let leftShort = 1
    static let leftLong = 2
    /// Columns of the right side without partner.
    static let rightShort = 3
    static let rightLong = 4
    static let count = 5
  }

  /// Starts a window, with the first cell of its first row.
  ///
  /// - Parameter shares: How many have each column of the right side.
  mutating func begin(leftCount: Int, _ shares: UnsafeBufferPointer<Share>) {
    width = shares.count + 1
    rows.reserve(2 * State.count * (width + Self.lanes))
    opening.reserve(width + Self.lanes)
    sources.reserve(width + Self.lanes)
    trace.reserve((leftCount + 1) * width)
    costs.reserve(shares.count)
    for (j, share) in shares.enumerated() { costs.base[j] = ColumnGapCost(share) }
    for state in 1..<State.count { row(0, state)[0] = Self.never }
    row(0, State.match)[0] = 0
    trace.base[0] = 0
  }

  /// The scores of all states in a row of cells.
  private struct Cells {
    let match: UnsafeMutablePointer<Score>
    let leftShort: UnsafeMutablePointer<Score>
    let leftLong: UnsafeMutablePointer<Score>
    let rightShort: UnsafeMutablePointer<Score>
    let rightLong: UnsafeMutablePointer<Score>

    @inline(__always)
    init(_ grid: borrowing WindowGrid, _ number: Int) {
      match = grid.row(number, State.match)
      leftShort = grid.row(number, State.leftShort)
      leftLong = grid.row(number, State.leftLong)
      rightShort = grid.row(number, State.rightShort)
      rightLong = grid.row(number, State.rightLong)
    }
  }

  /// Row `number` of the scores of one state; only it and the one before are kept.
  @inline(__always)
  private func row(_ number: Int, _ state: Int) -> UnsafeMutablePointer<Score> {
    rows.base + ((number & 1) * State.count + state) * (width + Self.lanes)
  }

  /// Makes cell `j` of a row the end of a gap on the left side only.
  mutating func extendRow(_ number: Int, to j: Int) {
    let cells = Cells(self, number)
    let step = GapStep(
      short: cells.rightShort[j - 1], long: cells.rightLong[j - 1], match: cells.match[j - 1],
      otherShort: cells.leftShort[j - 1], otherLong: cells.leftLong[j - 1], costs.base[j - 1])
    (cells.match[j], cells.leftShort[j], cells.leftLong[j]) = (Self.never, Self.never, Self.never)
    (cells.rightShort[j], cells.rightLong[j]) = (step.short, step.long)
    trace.base[number * width + j] = step.trace << 7
  }

  // MARK: Rows

  /// All states of some cells of a row, after a left column that so many have.
  ///
  /// A trace holds, from its lowest bits: the state before a match (3 bits), then for each of the
  /// four gap states (2 bits each) 0 if it goes on, else what it was opened from: match or a gap of
  /// the other side.
  ///
  /// What comes from the row before is computed for four cells at once, only what comes from the
  /// cell before one by one.
  ///
  /// - Parameter scores: Those of the left column with each right one, with room for `lanes` more.
  mutating func fillRow(
    _ number: Int, _ cells: ClosedRange<Int>, share: Share, _ scores: UnsafePointer<Score>
  ) {
    let cost = ColumnGapCost(share)
    let first = max(cells.lowerBound, 1)
    if cells.lowerBound == 0 {
      startRow(number, cost)
    } else {
      for state in 0..<State.count { row(number, state)[first - 1] = Self.never }
      (opening.base[first - 1], sources.base[first - 1]) = (Self.never, 1 << 8)
    }
    fillFromAbove(number, first, through: cells.upperBound, cost, scores)
    fillFromLeft(number, first, through: cells.upperBound)
  }

  /// The first cell of a row, which only a gap on the right side leads to.
  private mutating func startRow(_ number: Int, _ cost: ColumnGapCost) {
    let above = number - 1
    let step = GapStep(
      short: row(above, State.leftShort)[0], long: row(above, State.leftLong)[0],
      match: row(above, State.match)[0], otherShort: row(above, State.rightShort)[0],
      otherLong: row(above, State.rightLong)[0], cost)
    for state in 0..<State.count { row(number, state)[0] = Self.never }
    row(number, State.leftShort)[0] = step.short
    row(number, State.leftLong)[0] = step.long
    trace.base[number * width] = step.trace << 3
    opening.base[0] = max(step.short, step.long)
    sources.base[0] = (step.short >= step.long ? 2 : 3) << 8
  }

  /// Matches and gaps on the right side; each is taken from the first of equally good ones.
  ///
  /// Notes what a gap on the left side opens from: its score in `opening`, in `sources` its kind
  /// above 8 bits for the trace so far. One function, since it is the innermost loop of all
  /// windows.
  private mutating func fillFromAbove(
    _ number: Int, _ first: Int, through last: Int, _ cost: ColumnGapCost,
    _ scores: UnsafePointer<Score>
  ) {
    let above = Cells(self, number - 1)
    let own = Cells(self, number)
    let (opening, sources) = (opening.base, sources.base)
    var j = first
    while j <= last {
      var best = Lanes(above.rightShort + j - 1)
      var state = Lanes(repeating: Score(State.rightShort))
      best.take(Lanes(above.rightLong + j - 1), Score(State.rightLong), &state)
      best.take(Lanes(above.leftShort + j - 1), Score(State.leftShort), &state)
      best.take(Lanes(above.leftLong + j - 1), Score(State.leftLong), &state)
      best.take(Lanes(above.match + j - 1), Score(State.match), &state)
      var match = best &+ Lanes(scores + j - 1)
      match.replace(with: Self.never, where: match .< Self.never)

      // What a gap opens from: 1 a match, 2 and 3 the gaps of the other side, as in `GapStep`.
      var from = Lanes(above.match + j)
      var source = Lanes(repeating: 1)
      from.take(Lanes(above.rightShort + j), 2, &source)
      from.take(Lanes(above.rightLong + j), 3, &source)
      var (shortSource, longSource) = (Lanes.zero, Lanes.zero)
      var short = Lanes(above.leftShort + j)
      short.take(from &- cost.openShort, source, &shortSource)
      short &-= cost.extendShort
      var long = Lanes(above.leftLong + j)
      long.take(from &- cost.openLong, source, &longSource)
      long &-= cost.extendLong

      match.store(own.match + j)
      short.store(own.leftShort + j)
      long.store(own.leftLong + j)
      var kind = Lanes(repeating: 1)
      match.take(short, 2, &kind)
      match.take(long, 3, &kind)
      match.store(opening + j)
      (state | shortSource &<< 3 | longSource &<< 5 | kind &<< 8).store(sources + j)
      j += Self.lanes
    }
  }

  /// Gaps on the left side, cell after cell, and the traces.
  private mutating func fillFromLeft(_ number: Int, _ first: Int, through last: Int) {
    let (shorts, longs) = (row(number, State.rightShort), row(number, State.rightLong))
    let line = trace.base + number * width
    let (costs, opening, sources) = (costs.base, opening.base, sources.base)
    var (short, long) = (shorts[first - 1], longs[first - 1])
    var (from, source) = (opening[first - 1], sources[first - 1] >> 8)
    var j = first
    while j <= last {
      let cost = costs[j - 1]
      var bits = sources[j] & 0x7F
      if from &- cost.openShort > short {
        short = from &- cost.openShort
        bits |= source << 7
      }
      if from &- cost.openLong > long {
        long = from &- cost.openLong
        bits |= source << 9
      }
      short &-= cost.extendShort
      long &-= cost.extendLong
      shorts[j] = short
      longs[j] = long
      line[j] = UInt16(truncatingIfNeeded: bits)
      from = opening[j]
      source = sources[j] >> 8
      j += 1
    }
  }

  // MARK: Paths

  /// The best score of a cell of the last row or the one before it.
  @inline(__always)
  func best(_ number: Int, _ j: Int) -> Score {
    let cells = Cells(self, number)
    return max(
      max(cells.match[j], cells.leftShort[j]), max(cells.leftLong[j], cells.rightShort[j]),
      cells.rightLong[j])
  }

  /// Reads the best path back from the last cell and appends its matches in order.
  mutating func follow(
    leftCount: Int, offsetA: Int, offsetB: Int, into runs: inout [MatchedRun]
  ) {
    var i = leftCount
    var j = width - 1
    var state = State.match
    for s in 1..<State.count where row(i, s)[j] > row(i, state)[j] { state = s }
    score = row(i, state)[j]
    let first = runs.count
    while i > 0 || j > 0 {
      let trace = trace.base[i * width + j]
      switch state {
      case State.match:
        i -= 1
        j -= 1
        runs.append(MatchedRun(startA: offsetA + i, startB: offsetB + j, length: 1))
        state = Int(trace & 7)
      case State.leftShort, State.leftLong:
        i -= 1
        let source = Int(trace >> (state == State.leftShort ? 3 : 5)) & 3
        if source > 0 { state = [0, State.match, State.rightShort, State.rightLong][source] }
      default:
        j -= 1
        let source = Int(trace >> (state == State.rightShort ? 7 : 9)) & 3
        if source > 0 { state = [0, State.match, State.leftShort, State.leftLong][source] }
      }
    }
    runs[first...].reverse()
    runs.joinNeighbors(from: first)
  }
}

/// Four neighboring cells.
private typealias Lanes = SIMD4<Score>

extension SIMD4<Score> {
  fileprivate init(_ cells: UnsafePointer<Score>) {
    self = UnsafeRawPointer(cells).loadUnaligned(as: Self.self)
  }

  fileprivate func store(_ cells: UnsafeMutablePointer<Score>) {
    UnsafeMutableRawPointer(cells).storeBytes(of: self, as: Self.self)
  }

  /// Becomes the other where that is greater, and notes its number there.
  fileprivate mutating func take(_ other: Self, _ number: Self, _ source: inout Self) {
    let isBetter = other .> self
    replace(with: other, where: isBetter)
    source.replace(with: number, where: isBetter)
  }

  fileprivate mutating func take(_ other: Self, _ number: Score, _ source: inout Self) {
    take(other, Self(repeating: number), &source)
  }
}
