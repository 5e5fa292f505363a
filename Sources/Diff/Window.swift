/// Aligns the columns of two sides exactly, by dynamic programming over gaps and column scores.
///
/// O. Gotoh, "An Improved Algorithm for Matching Biological Sequences", J. Mol. Biol. 162 (1982),
/// with the two-piece gap costs of his "Optimal Sequence Alignment Allowing for Long Gaps" (1990):
/// each gap pays the smaller of two affine costs. With a single one, a stray match in the middle of
/// a long omission costs no more than another gap opening, and common words are strewn all over it.
///
/// Columns are scored as `ColumnScore` says. Gaps cost in proportion to the witnesses present.
///
/// Time O(n · m · d) for sides of n and m columns and at most d tokens a column; space 2 n · m
/// bytes.
struct WindowSolver: ~Copyable {
  var left: WindowSide
  var right: WindowSide
  var pairs: PairScore
  /// Cells of all windows so far.
  private(set) var cells = 0

  private var table = Scratch<Int16>()
  private var means = Scratch<Int32>()
  private var bests = Scratch<Int32>()
  private var scores = Scratch<Score>()
  private var grid = WindowGrid()

  /// Pairs of distinct tokens up to which their scores are laid out for the window: 16 MB. Only
  /// windows with thousands of different words on either side have more.
  private static let tableLimit = 8_000_000

  /// Score of the path found last.
  var score: Score { grid.score }

  /// Makes memory for many windows, O(V + a) for a vocabulary of V elements in a different letters.
  init(_ model: TokenModel) {
    left = WindowSide(vocabularyCount: model.vocabulary.count)
    right = WindowSide(vocabularyCount: model.vocabulary.count)
    pairs = PairScore(model)
  }

  /// Appends the best pairing of the two sides that were loaded, moved by the given offsets.
  mutating func solve(offsetA: Int, offsetB: Int, into runs: inout [MatchedRun]) {
    let n = left.count
    let m = right.count
    guard n > 0, m > 0 else { return }
    cells += n * m
    prepareTable()
    scores.reserve(m + WindowGrid.lanes)
    grid.begin(leftCount: n, UnsafeBufferPointer(start: right.occupied.base, count: m))
    for j in 1...m { grid.extendRow(0, to: j) }
    for i in 0..<n {
      scoreRow(i)
      grid.fillRow(i + 1, 0...m, share: left.occupied.base[i], scores.base)
    }
    grid.follow(leftCount: n, offsetA: offsetA, offsetB: offsetB, into: &runs)
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

  /// Scores of the left column `i` against every column of the right side, into `scores`: what
  /// `ColumnScore` gathers pair by pair, by the means and bests of each right token. An inner loop,
  /// as the next, so neither is divided.
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
        scores.base[j] = ColumnScore.value(
          mean: Int64(means.base[local]) << 16, best: bests.base[local], occupied: present,
          occupied)
        continue
      }
      var mean: Int64 = 0
      var best = WindowGrid.never
      for e in first..<end {
        let local = Int(locals[e])
        mean += Int64(shares[e]) * Int64(means.base[local])
        best = max(best, bests.base[local])
      }
      scores.base[j] = ColumnScore.value(mean: mean, best: best, occupied: present, occupied)
    }
  }

  /// For each token of the right side its mean and its best score with the left column `i`.
  private mutating func gatherColumn(_ i: Int) {
    let q = right.distinctCount
    let isTabled = left.distinctCount * q <= Self.tableLimit
    for b in 0..<q {
      means.base[b] = 0
      bests.base[b] = WindowGrid.never
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
}
