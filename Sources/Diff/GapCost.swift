/// What a gap over one column costs, in proportion to the share of the group that has the column.
struct ColumnGapCost: BitwiseCopyable {
  var openShort: Score
  var extendShort: Score
  var openLong: Score
  var extendLong: Score

  /// The four parameters, each times the share: a column that few have costs little to leave out.
  init(_ share: Share) {
    openShort = Fixed.part(Parameters.gapOpen, share)
    extendShort = Fixed.part(Parameters.gapExtension, share)
    openLong = Fixed.part(Parameters.longGapOpen, share)
    extendLong = Fixed.part(Parameters.longGapExtension, share)
  }
}

/// The cost of a gap, added up column by column: the smaller of the two affine costs.
struct GapCost {
  private var short: Score = 0
  private var long: Score = 0
  private var isOpen = false

  /// Adds a column that so many of the others have.
  mutating func add(share: Share) {
    let cost = ColumnGapCost(share)
    if !isOpen { (short, long, isOpen) = (cost.openShort, cost.openLong, true) }
    short += cost.extendShort
    long += cost.extendLong
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

/// The gaps of one side, one column further: whether each goes on or opens anew.
struct GapStep: BitwiseCopyable {
  /// Score of the short gap with the column in it.
  var short: Score
  /// Score of the long gap with the column in it.
  var long: Score
  /// Where they came from, two bits each, the short one's first: 0 from the same gap, else what it
  /// was opened after: 1 a match, 2 the short gap of the other side, 3 its long one.
  var trace: UInt16

  /// Takes the better way, of equal ones that which comes first: the gap itself, match, short,
  /// long.
  @inline(__always)
  init(
    short: Score, long: Score, match: Score, otherShort: Score, otherLong: Score,
    _ cost: ColumnGapCost
  ) {
    var from = match
    var source: UInt16 = 1
    if otherShort > from {
      from = otherShort
      source = 2
    }
    if otherLong > from {
      from = otherLong
      source = 3
    }
    trace = 0
    var best = short
    if from - cost.openShort > best {
      best = from - cost.openShort
      trace = source
    }
    self.short = best - cost.extendShort
    best = long
    if from - cost.openLong > best {
      best = from - cost.openLong
      trace |= source << 2
    }
    self.long = best - cost.extendLong
  }
}
