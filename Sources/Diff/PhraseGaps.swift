/// Moves gaps that could as well stand elsewhere to the beginning of a sentence or of a phrase.
///
/// In texts made of formulas a sentence that some rows lack often begins and ends with the same words as
/// the next. Then of all places that the gap may have the one right after the end of a sentence is meant,
/// if there is just one: the witness lacks the sentence, not the middle of two. A gap of less than four
/// words counts as a sentence only if it ends with one.
///
/// Else, where the words before the gap lean towards those after them, it begins before those words: of
/// `on a road or on a market` the witness that has `on a market` alone lacks `on a road or`, not
/// `road or on a`. A gap that only repeats what stands before it stays late, as `in in` for `in`, and so does
/// one that ends with a mark which the witness has not.
///
/// Time O(N) for N tokens, beside O(W log N) for each gap that can move at all.
struct PhraseGaps {
  private let marks: MarksAfterWords
  private let leaning: LeaningWords

  /// Columns of a gap that may be a sentence without ending as one: shorter ones are words left out or put
  /// in like any.
  private static let minimum = 4

  /// Takes what stands after the words of the rows that `place` is given, and which words lean.
  init(_ marks: MarksAfterWords, leaning: LeaningWords) {
    self.marks = marks
    self.leaning = leaning
  }

  /// A gap that some rows share.
  private struct Gap {
    /// The rows, and for each its last token before the gap.
    var rows: [(row: Int, token: Int)]
    /// The columns of the gap.
    var columns: [Int32]
  }

  /// Goes through the gaps of each row, and moves one at once for all rows that have it.
  func place(_ table: inout WorkingTable) {
    table.number()
    for row in table.rows.indices {
      for token in 0..<max(0, table.rows[row].count - 1) {
        let before = table.place(row, token)
        let after = table.place(row, token + 1)
        guard table.next[Int(before)] != after else { continue }
        let last = table.previous[Int(after)]
        guard canSwap(before, last, table), let gap = gap(row, token, table) else { continue }
        move(gap, &table)
      }
    }
  }

  /// Whether all who stand in two columns have one and the same token in them.
  private func canSwap(_ a: Int32, _ b: Int32, _ table: WorkingTable) -> Bool {
    table.isUniform(a) && table.isUniform(b) && table.heaviest(a) == table.heaviest(b)
  }

  /// The gap after a token with all rows that have it, or nil where it was looked at with an earlier row.
  private func gap(_ row: Int, _ token: Int, _ table: WorkingTable) -> Gap? {
    let before = table.place(row, token)
    let after = table.place(row, token + 1)
    var gap = Gap(rows: [], columns: [])
    for other in table.rows.indices {
      guard let k = index(of: before, in: other, table), table.place(other, k + 1) == after else {
        continue
      }
      if other < row { return nil }
      gap.rows.append((other, k))
    }
    var node = table.next[Int(before)]
    while node != after {
      gap.columns.append(node)
      node = table.next[Int(node)]
    }
    return gap
  }

  /// The token that a row has in a column.
  private func index(of node: Int32, in row: Int, _ table: WorkingTable) -> Int? {
    let places = table.places[row]
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if table.order[Int(places[middle])] < table.order[Int(node)] {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < places.count && places[low] == node ? low : nil
  }

  /// Moves a gap to where it is meant to begin.
  private func move(_ gap: Gap, _ table: inout WorkingTable) {
    let (row, token) = gap.rows[0]
    var reach = 0
    var sentences: [Int] = []
    while reach < gap.columns.count, canSlide(gap, by: reach, table) {
      reach += 1
      let before = table.place(row, token - reach)
      if before == WorkingTable.border || isSentenceEnd(before, table) { sentences.append(reach) }
    }
    let isSentence =
      sentences.count == 1 && !isSentenceEnd(table.place(row, token), table)
      && (gap.columns.count >= Self.minimum || endsSentence(gap, movedBy: sentences[0], table))
    var offset = isSentence ? sentences[0] : 0
    if !isSentence, reach < gap.columns.count {
      while offset < reach, leaning[table.rows[row][token - offset]],
        marks.any[row][token - offset]
          || !most(gap.columns[gap.columns.count - 1 - offset], marks.any, table)
      {
        offset += 1
      }
    }
    for (row, token) in gap.rows {
      for k in 0..<offset {
        let column = gap.columns[gap.columns.count - 1 - k]
        table.move(row: row, token: token - k, to: column, isSentence ? .sentence : .phrase)
      }
    }
  }

  /// Whether the gap, already moved by `offset` tokens, may move by another: the token before it is the
  /// one at its end, and not much fewer rows have that.
  private func canSlide(_ gap: Gap, by offset: Int, _ table: WorkingTable) -> Bool {
    let first = gap.rows[0]
    guard first.token - offset >= 0 else { return false }
    let before = table.place(first.row, first.token - offset)
    let last = gap.columns[gap.columns.count - 1 - offset]
    guard canSwap(before, last, table) else { return false }
    let allHere = gap.rows.allSatisfy {
      $0.token >= offset && table.place($0.row, $0.token - offset) == before
    }
    guard allHere else { return false }
    let own = gap.rows.reduce(Int32(0)) { $0 + table.weights[$1.row] }
    return table.isFull(last, beside: table.occupied[Int(before)] - own)
  }

  /// Whether a gap, moved by so many tokens, ends as a sentence does.
  private func endsSentence(_ gap: Gap, movedBy offset: Int, _ table: WorkingTable) -> Bool {
    let last = gap.columns.count - 1 - offset
    return last >= 0 && isSentenceEnd(gap.columns[last], table)
  }

  /// Whether most of those who have a column have the end of a sentence after it.
  private func isSentenceEnd(_ node: Int32, _ table: WorkingTable) -> Bool {
    node != WorkingTable.border && most(node, marks.ends, table)
  }

  /// Whether a fact holds of the words of most of those who have a column.
  private func most(_ node: Int32, _ fact: [[Bool]], _ table: WorkingTable) -> Bool {
    var sum: Int32 = 0
    for row in table.rows.indices {
      if let k = index(of: node, in: row, table), fact[row][k] { sum += table.weights[row] }
    }
    return 2 * sum > table.occupied[Int(node)]
  }
}

/// What stands after the words of rows that are aligned without their marks.
struct MarksAfterWords: Sendable {
  /// For each word of each row whether any mark stands after it.
  private(set) var any: [[Bool]]
  /// The same for marks that end a sentence.
  private(set) var ends: [[Bool]]

  /// For words of rows that may have been one row each with other marks: a mark in any of them counts;
  /// O(N).
  init(of words: CanonicalRows, in all: CanonicalRows, _ vocabulary: Vocabulary) {
    any = words.rows.map { [Bool](repeating: false, count: $0.count) }
    ends = any
    for (row, tokens) in all.rows.enumerated() {
      var count = 0
      for token in tokens {
        if vocabulary.isWord(token) {
          count += 1
        } else if count > 0 {
          any[words.index[row]][count - 1] = true
          if vocabulary.endsSentence[Int(token)] { ends[words.index[row]][count - 1] = true }
        }
      }
    }
  }

  /// For rows that are aligned with their marks: a mark that ends a sentence ends it itself.
  init(inline rows: CanonicalRows, _ vocabulary: Vocabulary) {
    any = rows.rows.map { $0.map { _ in false } }
    ends = rows.rows.map { $0.map { vocabulary.endsSentence[Int($0)] } }
  }
}
