/// The edits that make one sequence of ids from another, counted.
struct EditCount: Sendable, Equatable {
  /// What only the compared sequence has.
  var insertions = 0
  /// What only the reference has.
  var deletions = 0
  var substitutions = 0
  /// What both have.
  var matches = 0

  var errors: Int { insertions + deletions + substitutions }

  /// The edits of two stretches as those of both together.
  static func + (a: Self, b: Self) -> Self {
    Self(
      insertions: a.insertions + b.insertions, deletions: a.deletions + b.deletions,
      substitutions: a.substitutions + b.substitutions, matches: a.matches + b.matches)
  }
}

/// Levenshtein's distance between two sequences of ids, with an alignment of that many edits.
///
/// The distance is found by the bit-parallel columns of Myers 1999 in blocks of 64 rows as Hyyrö
/// 2003 arranges them, within a band of diagonals that is doubled until the distance fits (Ukkonen
/// 1985). The alignment follows by halving the second sequence (Hirschberg 1975). Departing from
/// Myers, the rows at which an id stands are kept as a list for each id and not as bit vectors, so
/// that memory does not grow with the number of different ids.
///
/// For lengths n ≥ m and distance d: O(n · d / 64 + occurrences in the band) time, a logarithmic
/// factor more where d is near n; O(n) memory.
struct EditDistance {
  private let a: [UInt32]
  private let b: [UInt32]
  private let rows: Occurrences

  /// Counts the edits from `reference` to `compared`; ids must be small, as interning gives them.
  static func count(from reference: [UInt32], to compared: [UInt32]) -> EditCount {
    let work = EditDistance(reference, compared)
    return work.count(reference.indices, compared.indices, within: nil)
  }

  private init(_ a: [UInt32], _ b: [UInt32]) {
    (self.a, self.b) = (a, b)
    rows = Occurrences(a)
  }

  /// Tables of at most so many cells are filled cell by cell: below it, dividing further costs
  /// more.
  private static let smallTable = 4096

  /// Counts the edits between two stretches; `known` is their distance where it is known.
  private func count(_ x: Range<Int>, _ y: Range<Int>, within known: Int?) -> EditCount {
    var (x, y) = (x, y)
    let total = x.count
    trim(&x, &y)
    var count = EditCount(matches: total - x.count)
    if x.isEmpty || y.isEmpty {
      count.deletions += x.count
      count.insertions += y.count
    } else if x.count * y.count <= Self.smallTable || y.count < 4 {
      count = count + SmallTable(a[x], b[y]).count()
    } else {
      let distance = known ?? self.distance(x, y)
      let (row, left, right) = split(x, y, distance)
      let middle = (y.lowerBound + y.upperBound) / 2
      count =
        count + self.count(x.lowerBound..<row, y.lowerBound..<middle, within: left)
        + self.count(row..<x.upperBound, middle..<y.upperBound, within: right)
    }
    return count
  }

  /// Takes away what both stretches begin and end with; an alignment of fewest edits keeps it.
  private func trim(_ x: inout Range<Int>, _ y: inout Range<Int>) {
    var (i, j, k, l) = (x.lowerBound, y.lowerBound, x.upperBound, y.upperBound)
    while i < k, j < l, a[i] == b[j] { (i, j) = (i + 1, j + 1) }
    while i < k, j < l, a[k - 1] == b[l - 1] { (k, l) = (k - 1, l - 1) }
    (x, y) = (i..<k, j..<l)
  }

  /// The distance of two stretches, by bands of doubled width.
  private func distance(_ x: Range<Int>, _ y: Range<Int>) -> Int {
    var band = max(64, abs(x.count - y.count))
    while true {
      var column = BlockColumn(rows, x, isReversed: false, band: band)
      for id in b[y] { column.advance(id) }
      let found = column.value(at: x.count)
      if found <= band || band >= max(x.count, y.count) { return found }
      band *= 2
    }
  }

  /// Where the middle of `y` falls in `x`, and the distances before and behind that place. Of
  /// several places the first.
  private func split(
    _ x: Range<Int>, _ y: Range<Int>, _ distance: Int
  ) -> (row: Int, left: Int, right: Int) {
    let middle = (y.lowerBound + y.upperBound) / 2
    var forward = BlockColumn(rows, x, isReversed: false, band: distance)
    for id in b[y.lowerBound..<middle] { forward.advance(id) }
    var backward = BlockColumn(rows, x, isReversed: true, band: distance)
    for id in b[middle..<y.upperBound].reversed() { backward.advance(id) }
    let (left, right) = (forward.values(), backward.values())
    var best = (row: x.lowerBound, left: Int.max / 2, right: Int.max / 2)
    for (offset, value) in left.values.enumerated() {
      let row = left.start + offset
      let mirrored = x.count - row - right.start
      guard right.values.indices.contains(mirrored) else { continue }
      if value + right.values[mirrored] < best.left + best.right {
        best = (x.lowerBound + row, value, right.values[mirrored])
      }
    }
    return best
  }
}

/// At which rows each id stands, rising: rows in one array, id after id.
struct Occurrences {
  private let starts: [Int]
  private let rows: [Int32]

  /// Sorts the rows by id, counting them: O(n + g) time and space for n rows and the greatest id g.
  init(_ ids: [UInt32]) {
    var starts = [Int](repeating: 0, count: Int(ids.max() ?? 0) + 2)
    for id in ids { starts[Int(id) + 1] += 1 }
    for i in starts.indices.dropFirst() { starts[i] += starts[i - 1] }
    var next = starts
    var rows = [Int32](repeating: 0, count: ids.count)
    for (row, id) in ids.enumerated() {
      rows[next[Int(id)]] = Int32(row)
      next[Int(id)] += 1
    }
    (self.starts, self.rows) = (starts, rows)
  }

  /// The rows within bounds at which an id stands; O(log occurrences).
  func rows(of id: UInt32, in bounds: Range<Int>) -> ArraySlice<Int32> {
    guard Int(id) + 1 < starts.count else { return [] }
    let all = rows[starts[Int(id)]..<starts[Int(id) + 1]]
    let start = all.partition { Int($0) >= bounds.lowerBound }
    return all[start..<max(start, all.partition { Int($0) >= bounds.upperBound })]
  }
}

/// The whole table of two short stretches, and the alignment that is read back from it.
private struct SmallTable {
  private let a: ArraySlice<UInt32>
  private let b: ArraySlice<UInt32>
  private var cells: [Int32]
  private let width: Int

  init(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) {
    (self.a, self.b) = (a, b)
    width = b.count + 1
    cells = [Int32](repeating: 0, count: (a.count + 1) * width)
    for j in 0..<width { cells[j] = Int32(j) }
    for i in 1...a.count {
      cells[i * width] = Int32(i)
      for j in 1..<width {
        let step: Int32 = a[a.startIndex + i - 1] == b[b.startIndex + j - 1] ? 0 : 1
        let above = cells[(i - 1) * width + j] + 1
        let before = cells[i * width + j - 1] + 1
        cells[i * width + j] = min(cells[(i - 1) * width + j - 1] + step, above, before)
      }
    }
  }

  /// Follows the table back from its last cell, along the diagonal where that is no longer.
  func count() -> EditCount {
    var count = EditCount()
    var (i, j) = (a.count, b.count)
    while i > 0 || j > 0 {
      let here = cells[i * width + j]
      if i > 0, j > 0 {
        let isEqual = a[a.startIndex + i - 1] == b[b.startIndex + j - 1]
        if cells[(i - 1) * width + j - 1] + (isEqual ? 0 : 1) == here {
          if isEqual { count.matches += 1 } else { count.substitutions += 1 }
          (i, j) = (i - 1, j - 1)
          continue
        }
      }
      if i > 0, cells[(i - 1) * width + j] + 1 == here {
        count.deletions += 1
        i -= 1
      } else {
        count.insertions += 1
        j -= 1
      }
    }
    return count
  }
}
