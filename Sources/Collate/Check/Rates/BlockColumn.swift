/// One column of the table of distances, as differences between neighboring rows in blocks of 64.
///
/// Only blocks that touch the band of diagonals −band…band are kept up to date. Values outside are
/// taken too large, never too small, so that values are exact wherever the way to them stays in the
/// band, and no smaller than the truth elsewhere (Hyyrö 2003; Ukkonen 1985 for the band).
struct BlockColumn {
  private let occurrences: Occurrences
  /// Rows of the whole first sequence that this column is about.
  private let rows: Range<Int>
  /// Whether they count from the last to the first.
  private let isReversed: Bool
  private let band: Int
  private let blockCount: Int
  /// Bit i of block k: row 64 k + i is one more, or one less, than the row above it.
  private var more: [UInt64]
  private var less: [UInt64]
  /// Rows of the current id, as bits; zero between columns.
  private var equal: [UInt64]
  /// Columns so far.
  private var column = 0
  private var active = 0..<0
  /// Value in the row above the first active block.
  private var top = 0

  /// The column before the first id, in which each row is its own number.
  init(_ occurrences: Occurrences, _ rows: Range<Int>, isReversed: Bool, band: Int) {
    (self.occurrences, self.rows) = (occurrences, rows)
    (self.isReversed, self.band) = (isReversed, band)
    blockCount = (rows.count + 63) / 64
    more = [UInt64](repeating: .max, count: blockCount)
    less = [UInt64](repeating: 0, count: blockCount)
    equal = less
    active = 0..<min(blockCount, band / 64 + 1)
  }

  /// Goes on by one column; O(band / 64 + rows in the band at which the id stands).
  mutating func advance(_ id: UInt32) {
    column += 1
    moveBand()
    markRows(of: id)
    // The row above the first block grows by one in each column, or is taken to.
    top += 1
    var carry = 1
    for block in active { carry = step(block, carry) }
  }

  private mutating func moveBand() {
    let end = min(blockCount, (column + band) / 64 + 1)
    var start = active.lowerBound
    while start < active.upperBound, (start + 1) * 64 < column - band {
      top += more[start].nonzeroBitCount - less[start].nonzeroBitCount
      start += 1
    }
    active = start..<max(end, start)
  }

  /// Sets the bits of the rows in the band at which an id stands.
  private mutating func markRows(of id: UInt32) {
    let wanted = active.lowerBound * 64..<min(active.upperBound * 64, rows.count)
    guard !wanted.isEmpty else { return }
    if isReversed {
      let last = rows.upperBound - 1
      let bounds = last - wanted.upperBound + 1..<last - wanted.lowerBound + 1
      for row in occurrences.rows(of: id, in: bounds) {
        let local = last - Int(row)
        equal[local / 64] |= 1 << UInt64(local % 64)
      }
    } else {
      let first = rows.lowerBound
      let bounds = first + wanted.lowerBound..<first + wanted.upperBound
      for row in occurrences.rows(of: id, in: bounds) {
        let local = Int(row) - first
        equal[local / 64] |= 1 << UInt64(local % 64)
      }
    }
  }

  /// One block of the column: `carry` is by how much the row above it grew, the result by how much
  /// its last row did. Names as in the paper: X, P, M are for difference along rows and columns.
  private mutating func step(_ block: Int, _ carry: Int) -> Int {
    var eq = equal[block]
    equal[block] = 0
    let (pv, mv) = (more[block], less[block])
    let xv = eq | mv
    if carry < 0 { eq |= 1 }
    let xh = (((eq & pv) &+ pv) ^ pv) | eq
    var ph = mv | ~(xh | pv)
    var mh = pv & xh
    let out = Int(ph >> 63) - Int(mh >> 63)
    ph <<= 1
    mh <<= 1
    if carry > 0 { ph |= 1 }
    if carry < 0 { mh |= 1 }
    more[block] = mh | ~(xv | ph)
    less[block] = ph & xv
    return out
  }

  /// The values of this column from row `start` on, the row above the first being number 0.
  func values() -> (start: Int, values: [Int]) {
    let start = active.lowerBound * 64
    var value = top
    var values = [value]
    for row in start..<max(start, min(active.upperBound * 64, rows.count)) {
      let bit: UInt64 = 1 << UInt64(row % 64)
      if more[row / 64] & bit != 0 { value += 1 }
      if less[row / 64] & bit != 0 { value -= 1 }
      values.append(value)
    }
    return (start, values)
  }

  /// The value after a number of rows; far too large where the band has left that row behind.
  func value(at row: Int) -> Int {
    let (start, values) = values()
    let index = row - start
    return values.indices.contains(index) ? values[index] : Int.max / 2
  }
}
