/// Aligns a stretch of one row with columns of all others exactly, if that scores more than a
/// threshold.
///
/// The same recurrence as `WindowSolver`'s, but of its cells only those that a path above the
/// threshold can pass: what a cell has and the most that can follow (`WindowBound`) must exceed it.
/// No cell of a best path is left out if that path is above the threshold, so the result is the
/// same. A row that is refined stands nearly where it should: of seven cells one is left (measured:
/// 100 witnesses of 1,000 words).
///
/// A word meets the same column in window after window, in this row and in others like it, so that
/// two of three scores are known already (the same witnesses).
///
/// Time O(n + m · d) for n tokens and m columns of d words, and O(d) for each of the cells left.
struct RowWindowSolver: ~Copyable {
  /// The tokens of the row, one a column.
  var left: WindowSide
  var pairs: PairScore
  /// Number of columns.
  private(set) var count = 0
  /// Share of the others that has anything in each column.
  private(set) var occupied = Scratch<Share>()
  /// Cells of all windows so far.
  private(set) var cells = 0

  /// Where the words of each column start, with the end of the last.
  private var starts = Scratch<Int32>()
  private var words = Scratch<UInt32>()
  private var shares = Scratch<Share>()
  /// The columns' numbers, and hashes of all that scores in them depend on.
  private var nodes = Scratch<Int32>()
  private var contents = Scratch<UInt64>()
  private var cache = ScoreCache()
  private var scores = Scratch<Score>()
  private var grid = WindowGrid()
  private var bound = WindowBound()

  /// Makes memory for many windows, O(V + a) for a vocabulary of V elements in a different letters.
  init(_ model: TokenModel) {
    left = WindowSide(vocabularyCount: model.vocabulary.count)
    pairs = PairScore(model)
  }

  /// Score of the path found last.
  var score: Score { grid.score }

  // MARK: Loading

  /// Starts a list of columns with room for so many, and for so many words in all.
  mutating func beginColumns(_ columns: Int, words entries: Int) {
    count = 0
    occupied.reserve(columns)
    starts.reserve(columns + 2)
    words.reserve(entries)
    shares.reserve(entries)
    nodes.reserve(columns)
    contents.reserve(columns)
    scores.reserve(columns + WindowGrid.lanes)
    starts.base[0] = 0
    starts.base[1] = 0
  }

  /// Appends a word to the column under way.
  @inline(__always)
  mutating func append(_ word: UInt32, _ share: Share) {
    let end = Int(starts.base[count + 1])
    words.base[end] = word
    shares.base[end] = share
    starts.base[count + 1] += 1
  }

  /// Ends a column.
  ///
  /// - Parameters:
  ///   - node: Its number; neighbors have neighboring ones nearly everywhere.
  ///   - content: A hash of all that scores in it depend on.
  @inline(__always)
  mutating func finishColumn(_ node: Int32, occupied share: Share, content: UInt64) {
    occupied.base[count] = share
    nodes.base[count] = node
    contents.base[count] = content
    count += 1
    starts.base[count + 1] = starts.base[count]
  }

  // MARK: Scores

  /// The score of a token of the row in a column.
  mutating func score(_ i: Int, _ j: Int) -> Score {
    let word = left.distinct.base[Int(left.locals.base[i])]
    return score(of: word, UInt64(word).mixed, j)
  }

  /// The score of a word in a column, given a hash of the word.
  @inline(__always)
  private mutating func score(of word: UInt32, _ hash: UInt64, _ j: Int) -> Score {
    let place = ScoreCache.Place(hash, nodes.base[j], content: contents.base[j])
    if let known = cache[place] { return known }
    let score = computed(word, j)
    cache[place] = score
    return score
  }

  private mutating func computed(_ word: UInt32, _ j: Int) -> Score {
    var score = ColumnScore()
    for e in Int(starts.base[j])..<Int(starts.base[j + 1]) {
      score.add(pairs.score(word, words.base[e]), shares: Fixed.whole, shares.base[e])
    }
    return score.value(occupied: Fixed.whole, occupied.base[j])
  }

  // MARK: Solving

  /// Appends the best pairing if it scores more than a threshold; whether it does.
  mutating func solve(above threshold: Score, into runs: inout [MatchedRun]) -> Bool {
    prepareBound()
    guard bound.rest(0, 0) > threshold else { return false }
    grid.begin(leftCount: left.count, UnsafeBufferPointer(start: occupied.base, count: count))
    guard var open = trimmed(0, 0...extended(0, from: 0, threshold), threshold) else {
      return false
    }
    for i in 0..<left.count {
      let end = min(open.upperBound + 1, count)
      let word = left.distinct.base[Int(left.locals.base[i])]
      let hash = UInt64(word).mixed
      for j in max(open.lowerBound - 1, 0)..<end { scores.base[j] = score(of: word, hash, j) }
      grid.fillRow(i + 1, open.lowerBound...end, share: Fixed.whole, scores.base)
      let last = extended(i + 1, from: end, threshold)
      cells += last - open.lowerBound + 1
      guard let rest = trimmed(i + 1, open.lowerBound...last, threshold) else { return false }
      open = rest
    }
    guard open.upperBound == count else { return false }
    grid.follow(leftCount: left.count, offsetA: 0, offsetB: 0, into: &runs)
    return true
  }

  /// Bounds each token by its scores in the columns that have it, and by what it can have in
  /// others.
  ///
  /// To score the tokens that stand in the wrong place in all columns would leave fewer cells, but
  /// costs more than it saves: half as many scores again.
  private mutating func prepareBound() {
    bound.begin(left, UnsafeBufferPointer(start: occupied.base, count: count))
    for token in 0..<left.distinctCount {
      bound.bound(token, match: pairs.model.match[Int(left.distinct.base[token])])
    }
    for j in 0..<count {
      for e in Int(starts.base[j])..<Int(starts.base[j + 1]) {
        guard let token = left.local(words.base[e]) else { continue }
        bound.add(token, j, score(of: words.base[e], UInt64(words.base[e]).mixed, j))
      }
    }
    bound.sum(left)
  }

  /// Whether a path above the threshold can pass a cell.
  @inline(__always)
  private func isOpen(_ number: Int, _ j: Int, _ threshold: Score) -> Bool {
    grid.best(number, j) + bound.rest(number, j) > threshold
  }

  /// Goes on with a gap on the left side while cells are open; returns the last cell filled.
  private mutating func extended(_ number: Int, from cell: Int, _ threshold: Score) -> Int {
    var j = cell
    while j < count, isOpen(number, j, threshold) {
      j += 1
      grid.extendRow(number, to: j)
    }
    return j
  }

  /// The cells of a row from the first open one to the last; nil where there is none.
  private mutating func trimmed(
    _ number: Int, _ cells: ClosedRange<Int>, _ threshold: Score
  ) -> ClosedRange<Int>? {
    var (first, last) = (cells.lowerBound, cells.upperBound)
    while !isOpen(number, last, threshold) {
      last -= 1
      if last < first { return nil }
    }
    while !isOpen(number, first, threshold) { first += 1 }
    return first...last
  }
}
