/// The passages that some witnesses lack whole.
///
/// An absence is a stretch of columns over which the same rows stand in long gaps. What the other
/// rows vary inside it is looked at among themselves, so that one witness with a leaf lost does not
/// bury the variants of the others under one great entry.
struct Absences {
  /// A stretch of columns with the rows that lack it, all in long gaps there; an editor's `<…>`
  /// that others do not have in its place is as good as nothing.
  struct Stretch: Equatable {
    var columns: Range<Int>
    var rows: [Int]
  }

  /// Gaps of so many columns and more are passages lacked; shorter ones are part of the substitution
  /// or rewording around them. Chosen by reading the entries of Darwin's six editions, Frankenstein's
  /// five and the telegrams of 1920; other values were not measured.
  static let shortest = 8

  /// In order of columns; not overlapping.
  private(set) var stretches: [Stretch] = []

  /// Finds all long gaps and cuts the columns where one begins or ends, and at the places in `cuts`;
  /// O(tokens + gaps × log gaps + stretches × rows).
  init(_ collation: Collation, _ text: NormalizedText, _ table: ColumnTable, cuts: [Int]) {
    let isSharedGap = table.sharedGaps(text.lexicon)
    var events: [(column: Int, row: Int, begins: Bool)] = []
    for (r, row) in collation.columns.enumerated() {
      let words = text.witnesses[r].words
      var previous = -1
      func note(gapUntil column: Int) {
        // A witness without a word is absent, however short the text.
        guard column - previous > Self.shortest || row.isEmpty else { return }
        events.append((previous + 1, r, true))
        events.append((column, r, false))
      }
      for (token, column) in row.enumerated() {
        let isGap = text.lexicon.words[Int(words[token])].kind == .gap
        if isGap, !isSharedGap[Int(column)] { continue }
        note(gapUntil: Int(column))
        previous = Int(column)
      }
      note(gapUntil: collation.columnCount)
    }
    events.sort { ($0.column, $0.row, $0.begins ? 1 : 0) < ($1.column, $1.row, $1.begins ? 1 : 0) }
    sweep(events, cuts: cuts)
  }

  /// Walks through the beginnings and ends of gaps, and notes who is absent between each two of
  /// them.
  private mutating func sweep(_ events: [(column: Int, row: Int, begins: Bool)], cuts: [Int]) {
    var absent: [Int] = []  // ordered
    var start = 0
    var cut = 0
    for event in events {
      while cut < cuts.count, cuts[cut] <= event.column {
        close(&start, at: cuts[cut], absent)
        cut += 1
      }
      close(&start, at: event.column, absent)
      let place = absent.firstIndex { $0 >= event.row } ?? absent.count
      if event.begins {
        absent.insert(event.row, at: place)
      } else {
        absent.remove(at: place)
      }
    }
  }

  private mutating func close(_ start: inout Int, at column: Int, _ absent: [Int]) {
    if column > start, !absent.isEmpty {
      stretches.append(Stretch(columns: start..<column, rows: absent))
    }
    start = max(start, column)
  }

  /// The rows that are absent in a column; O(log stretches).
  func rows(at column: Int) -> [Int] {
    let index = stretches.partition { $0.columns.upperBound > column }
    guard index < stretches.count, stretches[index].columns.contains(column) else { return [] }
    return stretches[index].rows
  }
}
