/// A group of witnesses already aligned, as columns of weighted tokens.
///
/// It does not know which witness has which token: the columns of the witnesses are found at the
/// end from the way the profiles were merged.
struct Profile: Sendable, Equatable {
  /// Where each column starts in `tokens` and `weights`, with the end of the last.
  var starts: [Int32] = [0]
  /// Distinct tokens of each column, ordered by id.
  var tokens: [UInt32] = []
  /// Number of witnesses that have each of `tokens`.
  var weights: [Int32] = []
  /// Number of witnesses in the group.
  var total: Int32
  /// The heaviest token of each column, of equal ones the smallest.
  var keys: [UInt32] = []

  /// Number of columns.
  var count: Int { starts.count - 1 }

  /// A single witness, which stands for `weight` equal ones.
  init(row: [UInt32], weight: Int) {
    starts = [Int32](0...Int32(row.count))
    tokens = row
    weights = [Int32](repeating: Int32(weight), count: row.count)
    total = Int32(weight)
    keys = row
  }

  private init(total: Int32) {
    self.total = total
  }

  /// The entries of one column.
  @inline(__always)
  func entries(_ column: Int) -> Range<Int> { Int(starts[column])..<Int(starts[column + 1]) }

  /// The profile of both groups, with the columns matched by `pairing` made one.
  ///
  /// Time O(entries of both).
  static func merged(_ a: Profile, _ b: Profile, _ pairing: Pairing) -> Profile {
    var result = Profile(total: a.total + b.total)
    result.reserve(columns: pairing.count, entries: a.tokens.count + b.tokens.count)
    pairing.forEachColumn { i, j in
      let left = i < 0 ? 0..<0 : a.entries(i)
      let right = j < 0 ? 0..<0 : b.entries(j)
      result.appendColumn(a, left, b, right)
    }
    return result
  }

  private mutating func reserve(columns: Int, entries: Int) {
    starts.reserveCapacity(columns + 1)
    keys.reserveCapacity(columns)
    tokens.reserveCapacity(entries)
    weights.reserveCapacity(entries)
  }

  /// Merges two lists of entries, both ordered by id, into a new column.
  private mutating func appendColumn(
    _ a: Profile, _ left: Range<Int>, _ b: Profile, _ right: Range<Int>
  ) {
    let first = tokens.count
    var i = left.lowerBound
    var j = right.lowerBound
    while i < left.upperBound || j < right.upperBound {
      // No token has the greatest id of all: an id is less than the number of elements.
      let x = i < left.upperBound ? a.tokens[i] : UInt32.max
      let y = j < right.upperBound ? b.tokens[j] : UInt32.max
      tokens.append(min(x, y))
      weights.append((x <= y ? a.weights[i] : 0) + (y <= x ? b.weights[j] : 0))
      i += x <= y ? 1 : 0
      j += y <= x ? 1 : 0
    }
    starts.append(Int32(tokens.count))
    keys.append(heaviest(from: first))
  }

  /// The heaviest token of the last column, whose entries begin there.
  private func heaviest(from first: Int) -> UInt32 {
    var best = first
    for entry in first..<tokens.count where weights[entry] > weights[best] { best = entry }
    return tokens[best]
  }
}

/// Which columns of side A are one with which of side B, as rising runs.
///
/// Between two runs the columns of A that have no partner come first, then those of B.
struct Pairing: Sendable {
  var runs: [MatchedRun] = []
  var countA: Int
  var countB: Int

  /// Number of columns of the result.
  var count: Int { countA + countB - runs.reduce(0) { $0 + $1.length } }

  /// Calls `body` for each column of the result with its two sources, -1 where there is none.
  func forEachColumn(_ body: (_ a: Int, _ b: Int) -> Void) {
    var i = 0
    var j = 0
    func flush(_ a: Int, _ b: Int) {
      while i < a {
        body(i, -1)
        i += 1
      }
      while j < b {
        body(-1, j)
        j += 1
      }
    }
    for run in runs {
      flush(run.startA, run.startB)
      for k in 0..<run.length { body(run.startA + k, run.startB + k) }
      i = run.startA + run.length
      j = run.startB + run.length
    }
    flush(countA, countB)
  }

  /// For every column of A and of B its column in the result.
  func maps() -> (a: [Int32], b: [Int32]) {
    var a = [Int32](repeating: 0, count: countA)
    var b = [Int32](repeating: 0, count: countB)
    var next: Int32 = 0
    forEachColumn { i, j in
      if i >= 0 { a[i] = next }
      if j >= 0 { b[j] = next }
      next += 1
    }
    return (a, b)
  }
}
