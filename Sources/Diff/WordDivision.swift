/// Finds words that some rows write in one and others in several, and puts the one beside the first part.
///
/// Where the parts stand in neighboring columns, the joined word belongs to the column of the first, as
/// editors print it, and all of them form one unit: `ουκ εχει ] ουκεχει`.
///
/// Time O(C · W) and a similarity for each distinct pair of divided and joined writings at one place.
struct WordDivision {
  /// Next token of each row at or after the column under way.
  private var at: [Int] = []
  /// Divisions found, as nodes of first and last column.
  private var found: [(first: Int32, last: Int32)] = []

  /// Likeness of a word to parts written as one from which it is their joining, 0.6 in 1/1024.
  private static let likeness: Score = 614
  /// The same where it begins with the first part, 0.45.
  private static let prefixLikeness: Score = 461
  /// How much liker it must be to all parts together than to any alone, 0.05; `Conflations` asks as much of a
  /// reading that goes with a word which moves.
  static let margin: Score = 51
  /// How much liker single words must be to the first column to follow, 0.02.
  private static let followMargin: Score = 20
  /// Parts of a word at most.
  private static let maxParts = 4

  /// What rows have in a few neighboring columns.
  private struct Place {
    /// Distinct writings in as many words as there are columns.
    var divided: [[UInt32]] = []
    /// Words that stand beside others in some row.
    var parts: [UInt32] = []
    /// Rows with a single word there, and which of the columns it is in.
    var joined: [(row: Int, column: Int)] = []
    /// Rows with nothing there, whose last word before it may be drawn to it.
    var empty: [Int] = []
  }

  /// Moves joined words and returns the divisions as ranges of columns, ordered, not overlapping.
  mutating func divide(
    _ table: inout WorkingTable, _ pairs: inout PairScore
  ) -> [Range<Int>] {
    at = [Int](repeating: 0, count: table.rows.count)
    found = []
    table.number()
    var node = table.next[0]
    while node != WorkingTable.border {
      let following = table.next[Int(node)]
      lookAt(node, &table, &pairs)
      for row in at.indices {
        let place = table.place(row, at[row])
        if place != WorkingTable.border, table.order[Int(place)] <= table.order[Int(node)] {
          at[row] += 1
        }
      }
      node = following
    }
    return ranges(&table)
  }

  /// Looks for a division that begins at a column, the longest first.
  private mutating func lookAt(
    _ node: Int32, _ table: inout WorkingTable, _ pairs: inout PairScore
  ) {
    var columns = [node]
    var hasGap = table.occupied[Int(node)] < table.total
    while columns.count < Self.maxParts, let last = columns.last {
      let next = table.next[Int(last)]
      if next == WorkingTable.border || table.isUnanimous(next) { break }
      columns.append(next)
    }
    hasGap = hasGap || columns.contains { table.occupied[Int($0)] < table.total }
    guard hasGap, columns.count > 1 else { return }
    for count in (2...columns.count).reversed() {
      if divide(Array(columns.prefix(count)), &table, &pairs) { return }
    }
  }

  private mutating func divide(
    _ columns: [Int32], _ table: inout WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    let place = collect(columns, table)
    guard !place.divided.isEmpty else { return false }
    var isFound = false
    for row in place.empty where isStray(row, place, table, &pairs) {
      at[row] -= 1
      table.move(row: row, token: at[row], to: columns[0], .division)
      isFound = true
    }
    for (row, column) in place.joined {
      let word = table.rows[row][at[row]]
      guard pairs.model.vocabulary.isWord(word), isJoining(word, place, column, &pairs) else {
        continue
      }
      if column > 0 { table.move(row: row, token: at[row], to: columns[0], .division) }
      isFound = true
    }
    guard isFound else { return false }
    for (row, column) in place.joined where column > 0 {
      follow(row, from: columns[column], to: columns[0], &table, &pairs)
    }
    found.append((columns[0], columns[columns.count - 1]))
    return true
  }

  /// Sorts the rows by what they have in the columns.
  private func collect(_ columns: [Int32], _ table: WorkingTable) -> Place {
    var place = Place()
    let end = table.order[Int(columns[columns.count - 1])]
    for row in at.indices {
      var k = at[row]
      while k < table.places[row].count, table.order[Int(table.places[row][k])] <= end { k += 1 }
      if k - at[row] > 1 {
        for part in table.rows[row][at[row]..<k] where !place.parts.contains(part) {
          place.parts.append(part)
        }
      }
      if k - at[row] == columns.count {
        let writing = Array(table.rows[row][at[row]..<k])
        if !place.divided.contains(writing) { place.divided.append(writing) }
      } else if k - at[row] == 1 {
        place.joined.append((row, columns.firstIndex(of: table.places[row][at[row]])!))
      } else if k == at[row], k > 0 {
        place.empty.append(row)
      }
    }
    return place
  }

  /// Whether a word is one of the divided writings in one, rather than one of their parts.
  private func isJoining(
    _ word: UInt32, _ place: Place, _ column: Int, _ pairs: inout PairScore
  ) -> Bool {
    if place.parts.contains(word) { return false }
    for parts in place.divided where parts.allSatisfy({ pairs.model.vocabulary.isWord($0) }) {
      let whole = pairs.likeness(joining: parts, word)
      let best = parts.reduce(Score(0)) { max($0, pairs.likeness($1, word)) }
      if whole >= Self.likeness, whole > best + Self.margin { return true }
      if column > 0, parts.count == 2, whole >= Self.prefixLikeness,
        begins(word, parts[0], pairs.model)
      {
        return true
      }
    }
    return false
  }

  /// Whether the last word of a row before the columns is the joining of what others divide there, while it
  /// is like nothing where it stands: of two joined words the first took its column, and the second that
  /// of the second part of the first.
  private func isStray(
    _ row: Int, _ place: Place, _ table: WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    let word = table.rows[row][at[row] - 1]
    let node = table.places[row][at[row] - 1]
    guard pairs.model.vocabulary.isWord(word), isJoining(word, place, 0, &pairs),
      !isJoinedFarther(word, node, place, table, &pairs)
    else { return false }
    return table.entries(node).allSatisfy { entry in
      let other = table.token(entry)
      return other == word
        ? table.weight(entry) == table.weights[row] : pairs.likeness(other, word) == 0
    }
  }

  /// Whether a word is liker to the divided writings with what stands before them in its own column.
  private func isJoinedFarther(
    _ word: UInt32, _ node: Int32, _ place: Place, _ table: WorkingTable, _ pairs: inout PairScore
  ) -> Bool {
    for entry in table.entries(node) where table.token(entry) != word {
      for parts in place.divided {
        let without = pairs.likeness(joining: parts, word)
        if pairs.likeness(joining: [table.token(entry)] + parts, word) > without { return true }
      }
    }
    return false
  }

  private func begins(_ word: UInt32, _ part: UInt32, _ model: TokenModel) -> Bool {
    let skeletons = model.vocabulary.skeletons
    return skeletons.length(part) >= 2 && skeletons.hasPrefix(word, part)
  }

  /// Moves a single word to the column of the joined ones if it is liker to what stands there.
  private func follow(
    _ row: Int, from: Int32, to: Int32, _ table: inout WorkingTable, _ pairs: inout PairScore
  ) {
    guard table.places[row][at[row]] == from else { return }
    let word = table.rows[row][at[row]]
    if meanLikeness(word, to, table, &pairs)
      > meanLikeness(word, from, table, &pairs) + Self.followMargin
    {
      table.move(row: row, token: at[row], to: to, .division)
    }
  }

  /// Mean likeness of a word to a column, by weight.
  private func meanLikeness(
    _ word: UInt32, _ node: Int32, _ table: WorkingTable, _ pairs: inout PairScore
  ) -> Score {
    var sum = 0
    var weight = 0
    for entry in table.entries(node) {
      sum += Int(table.weight(entry)) * Int(pairs.likeness(word, table.token(entry)))
      weight += Int(table.weight(entry))
    }
    return weight == 0 ? 0 : Score(sum / weight)
  }

  /// The divisions in final column numbers; of two that overlap the first is kept, columns that have
  /// been emptied drop out.
  private func ranges(_ table: inout WorkingTable) -> [Range<Int>] {
    table.number()
    var result: [Range<Int>] = []
    for division in found where table.occupied[Int(division.last)] > 0 {
      let range = Int(table.order[Int(division.first)]) - 1..<Int(table.order[Int(division.last)])
      if range.count > 1, range.lowerBound >= result.last?.upperBound ?? 0 { result.append(range) }
    }
    return result
  }
}
