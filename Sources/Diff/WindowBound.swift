/// How much the rest of a path through a window can add at most, from any of its cells on.
///
/// The left side is a single row. Two bounds, each a sum over the tokens to come and one over the
/// columns to come, so that both are known for every cell from four lists; the smaller one counts:
/// - Where columns are too many for the tokens: each column costs its least gap, and a token that
///   takes it gets that back. Σ max(score + gap) - Σ gap.
/// - Where they are too few: each column gives a toll in proportion to the rows that have it, and a
///   token that takes it pays that. Σ max(score - toll) + Σ toll.
///
/// A token that takes no column costs at least the extension of a gap. The maxima run over all
/// columns: those that have the word are scored, for the others a bound of what unlike words can
/// score counts.
struct WindowBound: ~Copyable {
  /// Greatest score of each distinct token of the row, with the least gap of the column added.
  private var mostWithGap = Scratch<Score>()
  /// The same less the toll of the column.
  private var mostLessToll = Scratch<Score>()
  private var gaps = Scratch<Score>()
  private var tolls = Scratch<Score>()
  /// Sums over tokens, then over columns, from each one on.
  private var tokensWithGap = Scratch<Score>()
  private var tokensLessToll = Scratch<Score>()
  private var columnGaps = Scratch<Score>()
  private var columnTolls = Scratch<Score>()

  /// Toll of a column that all others have, 0.5 in 1/1024.
  ///
  /// With scores of b at most, a column that the share q of the others have scores at most
  /// b - (1 - q) (0.55 b + 0.28), which is less than b - (1 - q) · toll, the bound below, from b =
  /// 0.41 on.
  private static let toll: Score = 512
  /// The least bound for which that holds, in 1/1024.
  private static let leastUnlike: Score = 410
  /// What rounding can add to a score less its toll.
  private static let rounding: Score = 2

  /// Starts a window of a row and of columns that so many others have.
  mutating func begin(_ left: borrowing WindowSide, _ occupied: UnsafeBufferPointer<Share>) {
    let count = occupied.count
    mostWithGap.reserve(left.distinctCount)
    mostLessToll.reserve(left.distinctCount)
    gaps.reserve(count)
    tolls.reserve(count)
    columnGaps.reserve(count + 1)
    columnTolls.reserve(count + 1)
    tokensWithGap.reserve(left.count + 1)
    tokensLessToll.reserve(left.count + 1)
    (columnGaps.base[count], columnTolls.base[count]) = (0, 0)
    for j in (0..<count).reversed() {
      let share = occupied[j]
      gaps.base[j] = Fixed.part(Parameters.longGapExtension, share)
      tolls.base[j] = Fixed.part(Self.toll, share)
      columnGaps.base[j] = columnGaps.base[j + 1] - gaps.base[j]
      columnTolls.base[j] = columnTolls.base[j + 1] + tolls.base[j]
    }
  }

  /// Bounds a token by what it can score beside others; those that equal it are still to be added.
  mutating func bound(_ token: Int, match: Score) {
    let unlike = max(PairScore.mostUnlike(match), Self.leastUnlike)
    mostWithGap.base[token] = unlike + Parameters.longGapExtension
    mostLessToll.base[token] = unlike - Self.toll + Self.rounding
  }

  /// Adds the score of a token in a column.
  mutating func add(_ token: Int, _ column: Int, _ score: Score) {
    mostWithGap.base[token] = max(mostWithGap.base[token], score + gaps.base[column])
    mostLessToll.base[token] = max(mostLessToll.base[token], score - tolls.base[column])
  }

  /// Sums the bounds of the tokens in their order.
  mutating func sum(_ left: borrowing WindowSide) {
    let alone = -Parameters.longGapExtension
    var (withGap, lessToll): (Score, Score) = (0, 0)
    (tokensWithGap.base[left.count], tokensLessToll.base[left.count]) = (0, 0)
    for i in (0..<left.count).reversed() {
      let token = Int(left.locals.base[i])
      withGap += max(mostWithGap.base[token], alone)
      lessToll += max(mostLessToll.base[token], alone)
      tokensWithGap.base[i] = withGap
      tokensLessToll.base[i] = lessToll
    }
  }

  /// At most so much can be added after the first `i` tokens and `j` columns.
  @inline(__always)
  func rest(_ i: Int, _ j: Int) -> Score {
    min(
      tokensWithGap.base[i] + columnGaps.base[j], tokensLessToll.base[i] + columnTolls.base[j])
  }
}
