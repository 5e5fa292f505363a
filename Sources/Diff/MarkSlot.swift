/// Aligns the marks that stand between the same two words in several rows.
struct MarkSlot {
  private let vocabulary: Vocabulary
  /// Distinct marks of each column.
  private(set) var columns: [[UInt32]] = []

  /// Marks of a row times columns of its slot up to which all are compared, by a table of as many
  /// numbers (half a MiB); beyond it only equal marks are aligned. Only files of nothing but marks
  /// get there.
  private static let squareLimit = 65_536

  /// Begins without columns; unequal marks may share one if `vocabulary` has them of one kind.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// The column of each mark of each sequence.
  ///
  /// Sequences are added by falling weight, then by falling length, then by content, so that their
  /// order here does not matter. O(S · C) for S distinct sequences and C columns in the end, beside
  /// the comparison of each sequence with the columns of those before it.
  mutating func align(_ given: [(marks: [UInt32], weight: Int)]) -> [[Int]] {
    if given.count == 1 {
      columns = given[0].marks.map { [$0] }
      return [[Int](columns.indices)]
    }
    let distinct = CanonicalRows(given.map(\.marks), weights: given.map(\.weight))
    let order = distinct.rows.indices.sorted { a, b in
      if distinct.weights[a] != distinct.weights[b] {
        return distinct.weights[a] > distinct.weights[b]
      }
      let (x, y) = (distinct.rows[a].count, distinct.rows[b].count)
      return x != y ? x > y : a < b
    }
    let inserted = order.map { insert(distinct.rows[$0], partners(distinct.rows[$0])) }
    // Where the columns stand in the end, from those after the last sequence back to the first.
    var destinations = [Int](columns.indices)
    var places = [[Int]](repeating: [], count: distinct.rows.count)
    for (index, (own, moved)) in zip(order, inserted).reversed() {
      places[index] = own.map { destinations[$0] }
      destinations = moved.map { destinations[$0] }
    }
    return distinct.index.map { places[$0] }
  }

  /// For each mark the column it joins, or -1.
  private func partners(_ marks: [UInt32]) -> [Int] {
    guard marks.count * columns.count <= Self.squareLimit else { return equalPartners(marks) }
    let width = columns.count + 1
    let best = bestScores(marks)
    var result = [Int](repeating: -1, count: marks.count)
    var (i, j) = (0, 0)
    while i < marks.count, j < columns.count {
      let with = score(marks[i], columns[j])
      if with > 0, best[i * width + j] == with + best[(i + 1) * width + j + 1] {
        result[i] = j
        i += 1
        j += 1
      } else if best[i * width + j] == best[i * width + j + 1] {
        j += 1
      } else {
        i += 1
      }
    }
    return result
  }

  /// For each mark and each column the most that these and all after them can score: a table of
  /// rows for the marks, with one row and one column more for the ends.
  private func bestScores(_ marks: [UInt32]) -> [Int] {
    let width = columns.count + 1
    var best = [Int](repeating: 0, count: (marks.count + 1) * width)
    for i in marks.indices.reversed() {
      for j in columns.indices.reversed() {
        let with = score(marks[i], columns[j])
        let together = with > 0 ? with + best[(i + 1) * width + j + 1] : 0
        best[i * width + j] = max(together, best[(i + 1) * width + j], best[i * width + j + 1])
      }
    }
    return best
  }

  /// 4 for equal marks, 1 for marks of one kind; marks of unlike kinds do not face each other.
  private func score(_ mark: UInt32, _ column: [UInt32]) -> Int {
    if column.contains(mark) { return 4 }
    let kind = vocabulary.kinds[Int(mark)]
    return column.allSatisfy { vocabulary.kinds[Int($0)] == kind } ? 1 : 0
  }

  /// For each mark the column whose first mark is equal, or -1.
  private func equalPartners(_ marks: [UInt32]) -> [Int] {
    var result = [Int](repeating: -1, count: marks.count)
    var matcher = Matcher(.bounded)
    for run in matcher.matches(marks, columns.map { $0[0] }) {
      for k in 0..<run.length { result[run.startA + k] = run.startB + k }
    }
    return result
  }

  /// Adds marks to their columns or new ones; returns their places and the new places of the old
  /// columns.
  private mutating func insert(_ marks: [UInt32], _ partners: [Int]) -> (own: [Int], moved: [Int]) {
    var merged: [[UInt32]] = []
    var own: [Int] = []
    var moved: [Int] = []
    func keep(before end: Int) {
      while moved.count < end {
        merged.append(columns[moved.count])
        moved.append(merged.count - 1)
      }
    }
    for (mark, partner) in zip(marks, partners) {
      keep(before: partner + 1)
      if partner < 0 {
        merged.append([mark])
      } else if !columns[partner].contains(mark) {
        merged[merged.count - 1].append(mark)
      }
      own.append(merged.count - 1)
    }
    keep(before: columns.count)
    columns = merged
    return (own, moved)
  }
}
