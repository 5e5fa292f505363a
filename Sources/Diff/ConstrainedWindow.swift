/// The best score of a window under a condition: what an alignment is weighed against when it is
/// questioned.
///
/// The recurrence of `WindowSolver` in its plainest form, without trace, written anew so that the
/// two prove each other. Time O(n · m · d²) and space O(n · m + (n + m) · d) for sides of n and m
/// columns, of each of which at most d tokens are looked at.
struct ConstrainedWindow {
  /// What an alignment must keep to.
  enum Condition: Equatable {
    case none
    /// The two columns may not be one.
    case apart(Int, Int)
    /// The left column must have a partner.
    case leftMatched(Int)
    /// The right column must.
    case rightMatched(Int)
  }

  private let sharesA: [Share]
  private let sharesB: [Share]
  private var scores: [Score] = []

  /// Worse than any path.
  private static let never: Score = -(1 << 29)

  /// Scores every column of one stretch beside every one of the other, O(n · m · d²); each question
  /// for a best path then takes O(n · m).
  init(
    _ a: Profile, _ rangeA: Range<Int>, _ b: Profile, _ rangeB: Range<Int>,
    _ pairs: inout PairScore
  ) {
    let left = rangeA.map { Column(a, $0) }
    let right = rangeB.map { Column(b, $0) }
    sharesA = left.map(\.occupied)
    sharesB = right.map(\.occupied)
    scores.reserveCapacity(left.count * right.count)
    for x in left { for y in right { scores.append(x.score(y, &pairs)) } }
  }

  /// The score of two columns in one.
  func score(_ i: Int, _ j: Int) -> Score { scores[i * sharesB.count + j] }

  /// The score of the best path that keeps to a condition; nil where there is none.
  func best(_ condition: Condition = .none) -> Score? {
    let width = sharesB.count + 1
    var rows = [[[Score]]]()
    for i in 0...sharesA.count {
      var row: [[Score]] = []
      for _ in 0..<5 { row.append([Score](repeating: Self.never, count: width)) }
      if i == 0 { row[0][0] = 0 }
      for j in 0..<width { fill(&row, i, j, above: rows.last, condition) }
      rows.append(row)
      if rows.count > 2 { rows.removeFirst() }
    }
    let best = rows[rows.count - 1].map { $0[width - 1] }.max() ?? Self.never
    return best > Self.never / 2 ? best : nil
  }

  /// States: match, short and long gap beside the left side, short and long beside the right.
  private func fill(
    _ row: inout [[Score]], _ i: Int, _ j: Int, above: [[Score]]?, _ condition: Condition
  ) {
    if let above, j > 0, condition != .apart(i - 1, j - 1) {
      row[0][j] = max(above.map { $0[j - 1] }.max()! + score(i - 1, j - 1), Self.never)
    }
    if let above, condition != .leftMatched(i - 1) {
      let from = max(above[0][j], above[3][j], above[4][j])
      row[1][j] = gap(from, above[1][j], sharesA[i - 1], isLong: false)
      row[2][j] = gap(from, above[2][j], sharesA[i - 1], isLong: true)
    }
    if j > 0, condition != .rightMatched(j - 1) {
      let from = max(row[0][j - 1], row[1][j - 1], row[2][j - 1])
      row[3][j] = gap(from, row[3][j - 1], sharesB[j - 1], isLong: false)
      row[4][j] = gap(from, row[4][j - 1], sharesB[j - 1], isLong: true)
    }
  }

  private func gap(_ from: Score, _ going: Score, _ share: Share, isLong: Bool) -> Score {
    let open = isLong ? Parameters.longGapOpen : Parameters.gapOpen
    let extend = isLong ? Parameters.longGapExtension : Parameters.gapExtension
    let best = max(going, from - Fixed.part(open, share))
    return max(best - Fixed.part(extend, share), Self.never)
  }
}

extension ConstrainedWindow {
  /// A column with the tokens of it that a window looks at.
  private struct Column {
    var entries: [(token: UInt32, share: Share)]
    var occupied: Share

    init(_ profile: Profile, _ column: Int) {
      let range = profile.entries(column)
      let heaviest = range.sorted {
        (-profile.weights[$0], profile.tokens[$0]) < (-profile.weights[$1], profile.tokens[$1])
      }
      entries = heaviest.prefix(Parameters.mergeDepth).map {
        (profile.tokens[$0], Fixed.share(profile.weights[$0], of: profile.total))
      }
      occupied = Fixed.share(range.reduce(0) { $0 + profile.weights[$1] }, of: profile.total)
    }

    func score(_ other: Column, _ pairs: inout PairScore) -> Score {
      var score = ColumnScore()
      for x in entries {
        for y in other.entries {
          score.add(pairs.score(x.token, y.token), shares: x.share, y.share)
        }
      }
      return score.value(occupied: occupied, other.occupied)
    }
  }
}
