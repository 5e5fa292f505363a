/// The score of two columns in one, gathered pair by pair of their tokens.
///
/// Half by the mean over all pairs of witnesses, a missing word counting nothing, and half by the
/// best pair, so that a token equal to a minority reading counts fully; less an extension of a gap
/// for the share of the witnesses that have something in one of the columns only.
struct ColumnScore {
  private var mean: Int64 = 0
  private var best = Score.min

  /// Adds a pair of tokens with their shares of the two groups.
  @inline(__always)
  mutating func add(_ score: Score, shares a: Share, _ b: Share) {
    mean += Int64(a) * Int64(b) * Int64(score)
    best = max(best, score)
  }

  /// The score, where so many of the two groups have anything in the columns; only after a pair has
  /// been added.
  @inline(__always)
  func value(occupied a: Share, _ b: Share) -> Score {
    Self.value(mean: mean, best: best, occupied: a, b)
  }

  /// The score by what has been gathered elsewhere.
  ///
  /// - Parameters:
  ///   - mean: Sum over all pairs of tokens of score and both shares, in 1/1024 · 2^-32.
  ///   - best: Score of the best pair.
  ///   - a: Share of its group that has anything in the one column.
  ///   - b: The same for the other.
  @inline(__always)
  static func value(mean: Int64, best: Score, occupied a: Share, _ b: Share) -> Score {
    let whole = Int64(Fixed.whole)
    let average = mean >> 32
    let top = (Int64(best) * Int64(max(a, b))) >> 16
    let ofBest = Int64(Parameters.bestShare)
    let value = ((Int64(Fixed.one) - ofBest) * average + ofBest * top) >> 10
    let alone = Int64(a) * (whole - Int64(b)) + Int64(b) * (whole - Int64(a))
    let penalty = (Int64(Parameters.gapExtension) * (alone >> 16)) >> 16
    return Score(truncatingIfNeeded: value - penalty)
  }
}
