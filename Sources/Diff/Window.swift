/// Aligns the columns of two sides exactly, by dynamic programming over gaps and column scores.
///
/// O. Gotoh, "An Improved Algorithm for Matching Biological Sequences", J. Mol. Biol. 162 (1982), with
/// the two-piece gap costs of his "Optimal Sequence Alignment Allowing for Long Gaps" (1990): each gap
/// pays the smaller of two affine costs. With a single one, a stray match in the middle of a long
/// omission costs no more than another gap opening, and common words are strewn all over it.
///
/// Columns are scored half by the mean over all pairs of witnesses, half by their best pair, so that a
/// token equal to a minority reading counts fully. Gaps cost in proportion to the witnesses present.
///
/// Time O(n · m · d) for sides of n and m columns and at most d tokens a column; space 2 n · m bytes.
struct WindowSolver: ~Copyable {
  var left: WindowSide
  var right: WindowSide
  var pairs: PairScore
  /// Cells of all windows so far.
  private(set) var cells = 0
  /// Score of the path found last.
  private(set) var score: Score = 0

  private var table = Scratch<Int16>()
  private var means = Scratch<Int32>()
  private var bests = Scratch<Int32>()
  private var rows = Scratch<Score>()
  private var trace = Scratch<UInt16>()
  private var scores = Scratch<Score>()
  private var costs = Scratch<ColumnGapCost>()

  /// Pairs of distinct tokens up to which their scores are kept for the window.
  private static let tableLimit = 8_000_000
  /// Worse than any path, and far enough from the least number to be added to.
  private static let never: Score = -(1 << 29)

  init(_ model: TokenModel) {
    left = WindowSide(vocabularyCount: model.vocabulary.count)
    right = WindowSide(vocabularyCount: model.vocabulary.count)
    pairs = PairScore(model)
  }

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

  /// Appends the best pairing of the two sides that were loaded, moved by the given offsets.
  mutating func solve(offsetA: Int, offsetB: Int, into runs: inout [MatchedRun]) {
    let n = left.count
    let m = right.count
    guard n > 0, m > 0 else { return }
    cells += n * m
    prepareTable()
    rows.reserve(2 * State.count * (m + 1))
    trace.reserve((n + 1) * (m + 1))
    scores.reserve(m)
    costs.reserve(m)
    for j in 0..<m { costs.base[j] = ColumnGapCost(right.occupied.base[j]) }
    fillFirstRow()
    for i in 0..<n {
      scoreRow(i)
      fillRow(i)
    }
    follow(offsetA: offsetA, offsetB: offsetB, into: &runs)
  }

  // MARK: Column scores

  /// Scores of all pairs of distinct tokens, where there are not too many.
  private mutating func prepareTable() {
    let p = left.distinctCount
    let q = right.distinctCount
    means.reserve(q)
    bests.reserve(q)
    guard p * q <= Self.tableLimit else { return }
    table.reserve(p * q)
    pairs.fill(
      table.base, UnsafeBufferPointer(start: left.distinct.base, count: p),
      UnsafeBufferPointer(start: right.distinct.base, count: q))
  }

  /// Scores of the left column `i` against every column of the right side, into `scores`.
  private mutating func scoreRow(_ i: Int) {
    gatherColumn(i)
    let starts = right.starts.base
    let locals = right.locals.base
    let shares = right.shares.base
    let present = left.occupied.base[i]
    let isSolid = present == Fixed.whole
    for j in 0..<right.count {
      let first = Int(starts[j])
      let end = Int(starts[j + 1])
      let occupied = right.occupied.base[j]
      if isSolid, end - first == 1, shares[first] == Fixed.whole {
        let local = Int(locals[first])
        scores.base[j] = Self.columnScore(
          mean: Int64(means.base[local]) << 16, best: bests.base[local], present, occupied)
        continue
      }
      var mean: Int64 = 0
      var best = Self.never
      for e in first..<end {
        let local = Int(locals[e])
        mean += Int64(shares[e]) * Int64(means.base[local])
        best = max(best, bests.base[local])
      }
      scores.base[j] = Self.columnScore(mean: mean, best: best, present, occupied)
    }
  }

  /// For each token of the right side its mean and its best score with the left column `i`.
  private mutating func gatherColumn(_ i: Int) {
    let q = right.distinctCount
    let isTabled = left.distinctCount * q <= Self.tableLimit
    for b in 0..<q {
      means.base[b] = 0
      bests.base[b] = Self.never
    }
    for e in Int(left.starts.base[i])..<Int(left.starts.base[i + 1]) {
      let share = left.shares.base[e]
      let local = Int(left.locals.base[e])
      if isTabled {
        let scores = table.base + local * q
        for b in 0..<q {
          let value = Score(scores[b])
          means.base[b] &+= share &* value
          bests.base[b] = max(bests.base[b], value)
        }
      } else {
        let token = left.distinct.base[local]
        for b in 0..<q {
          let value = pairs.score(token, right.distinct.base[b])
          means.base[b] &+= share &* value
          bests.base[b] = max(bests.base[b], value)
        }
      }
    }
  }

  /// The score of two columns in one.
  ///
  /// - Parameters:
  ///   - mean: Sum over all pairs of tokens of score and both shares, in 1/1024 · 2^-32.
  ///   - best: Score of the best pair.
  ///   - a: Share of its group that has anything in the one column.
  ///   - b: The same for the other.
  @inline(__always)
  static func columnScore(mean: Int64, best: Score, _ a: Share, _ b: Share) -> Score {
    let whole = Int64(Fixed.whole)
    let average = mean >> 32
    let top = (Int64(best) * Int64(max(a, b))) >> 16
    let ofBest = Int64(Parameters.bestShare)
    let value = ((1024 - ofBest) * average + ofBest * top) >> 10
    let alone = Int64(a) * (whole - Int64(b)) + Int64(b) * (whole - Int64(a))
    let penalty = (Int64(Parameters.gapExtension) * (alone >> 16)) >> 16
    return Score(truncatingIfNeeded: value - penalty)
  }

  /// The score of the left column `i`, which all have with one token, and the right column `j`.
  mutating func soleScore(_ i: Int, _ j: Int) -> Score {
    let token = left.distinct.base[Int(left.locals.base[i])]
    var mean: Int64 = 0
    var best = Self.never
    for e in Int(right.starts.base[j])..<Int(right.starts.base[j + 1]) {
      let value = pairs.score(token, right.distinct.base[Int(right.locals.base[e])])
      mean += Int64(right.shares.base[e]) * Int64(value) << 16
      best = max(best, value)
    }
    return Self.columnScore(mean: mean, best: best, Fixed.whole, right.occupied.base[j])
  }

  /// A cost in proportion to the witnesses that have the column.
  @inline(__always)
  static func cost(_ cost: Score, _ share: Share) -> Score {
    share == Fixed.whole ? cost : Score((Int64(cost) * Int64(share)) >> 16)
  }

  // MARK: Paths

  /// Row `parity` of the scores of one state.
  @inline(__always)
  private func row(_ parity: Int, _ state: Int) -> UnsafeMutablePointer<Score> {
    rows.base + (parity * State.count + state) * (right.count + 1)
  }

  /// The path along the upper border: gaps on the left side only.
  private mutating func fillFirstRow() {
    for state in 0..<State.count {
      let scores = row(0, state)
      for j in 0...right.count { scores[j] = Self.never }
    }
    row(0, State.match)[0] = 0
    trace.base[0] = 0
    for j in 1...right.count {
      trace.base[j] = advanceRight(
        j, row(0, State.match), row(0, State.leftShort),
        row(0, State.leftLong), row(0, State.rightShort), row(0, State.rightLong))
    }
  }

  /// Gaps on the left side up to column `j`, from the cell before it; returns their trace.
  @inline(__always)
  private func advanceRight(
    _ j: Int, _ match: UnsafeMutablePointer<Score>, _ leftShort: UnsafeMutablePointer<Score>,
    _ leftLong: UnsafeMutablePointer<Score>, _ rightShort: UnsafeMutablePointer<Score>,
    _ rightLong: UnsafeMutablePointer<Score>
  ) -> UInt16 {
    let step = GapStep(
      short: rightShort[j - 1], long: rightLong[j - 1], match: match[j - 1],
      otherShort: leftShort[j - 1], otherLong: leftLong[j - 1], costs.base[j - 1])
    rightShort[j] = step.short
    rightLong[j] = step.long
    return step.trace << 7
  }

  /// All states of the row after left column `i`.
  ///
  /// A trace holds, from its lowest bits: the state before a match (3 bits), then for each of the four
  /// gap states (2 bits each) 0 if it goes on, else what it was opened from: match or a gap of the other
  /// side.
  private mutating func fillRow(_ i: Int) {
    let m = right.count
    let before = i & 1
    let now = 1 - before
    let (pm, ps, pl) = (row(before, 0), row(before, 1), row(before, 2))
    let (prs, prl) = (row(before, 3), row(before, 4))
    let (cm, cs, cl) = (row(now, 0), row(now, 1), row(now, 2))
    let (crs, crl) = (row(now, 3), row(now, 4))
    let cost = ColumnGapCost(left.occupied.base[i])
    let line = trace.base + (i + 1) * (m + 1)
    for j in 0...m {
      let step = GapStep(
        short: ps[j], long: pl[j], match: pm[j], otherShort: prs[j], otherLong: prl[j], cost)
      cs[j] = step.short
      cl[j] = step.long
      let trace = step.trace << 3
      guard j > 0 else {
        cm[0] = Self.never
        crs[0] = Self.never
        crl[0] = Self.never
        line[0] = trace
        continue
      }
      // A match, after a gap on the left side, on the right side, or another match.
      var best = prs[j - 1]
      var state: UInt16 = 3
      if prl[j - 1] > best {
        best = prl[j - 1]
        state = 4
      }
      if ps[j - 1] > best {
        best = ps[j - 1]
        state = 1
      }
      if pl[j - 1] > best {
        best = pl[j - 1]
        state = 2
      }
      if pm[j - 1] > best {
        best = pm[j - 1]
        state = 0
      }
      cm[j] = max(best + scores.base[j - 1], Self.never)
      line[j] = trace | state | advanceRight(j, cm, cs, cl, crs, crl)
    }
  }

  /// Reads the best path back from the last cell and appends its matches in order.
  private mutating func follow(offsetA: Int, offsetB: Int, into runs: inout [MatchedRun]) {
    var i = left.count
    var j = right.count
    let last = i & 1
    var state = State.match
    for s in 1..<State.count where row(last, s)[j] > row(last, state)[j] { state = s }
    score = row(last, state)[j]
    let width = right.count + 1
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
