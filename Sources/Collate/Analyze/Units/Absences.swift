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

  /// Gaps of so many columns and more are passages lacked; shorter ones are part of the
  /// substitution or rewording around them. Chosen by reading the entries of Darwin's six editions,
  /// Frankenstein's five and the telegrams of 1920; other values were not measured.
  static let shortest = 8

  /// In order of columns; not overlapping.
  private(set) var stretches: [Stretch] = []

  /// Finds all long gaps and cuts the columns where one begins or ends, and at the places in
  /// `cuts`; O(tokens + gaps × log gaps + stretches × rows).
  init(_ collation: Collation, _ text: NormalizedText, _ table: ColumnTable, cuts: [Int]) {
    let isSharedGap = table.sharedGaps(text.lexicon)
    var events: [Event] = []
    for (r, row) in collation.columns.enumerated() {
      let words = text.witnesses[r].words
      var previous = -1
      func note(gapUntil column: Int) {
        // A witness without a word is absent, however short the text.
        guard column - previous > Self.shortest || row.isEmpty else { return }
        events.append(Event(column: previous + 1, row: r, begins: true))
        events.append(Event(column: column, row: r, begins: false))
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

  /// Where a long gap of a row begins or ends.
  private struct Event {
    var column: Int
    var row: Int
    var begins: Bool
  }

  /// Walks through the beginnings and ends of gaps, and notes who is absent between each two of
  /// them.
  private mutating func sweep(_ events: [Event], cuts: [Int]) {
    var absent: [Int] = []  // ordered
    var start = 0
    var cut = 0
    var rest = events[...]
    while let column = rest.first?.column {
      while cut < cuts.count, cuts[cut] <= column {
        close(&start, at: cuts[cut], absent)
        cut += 1
      }
      close(&start, at: column, absent)
      let here = rest.prefix { $0.column == column }
      absent = Self.rows(absent, after: here)
      rest = rest[here.endIndex...]
    }
  }

  /// The absent rows after the events of one column, which stand in order of rows, ends before
  /// beginnings; O(rows), however many begin or end at once.
  private static func rows(_ absent: [Int], after events: ArraySlice<Event>) -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(absent.count + events.count)
    var next = 0
    for event in events {
      while next < absent.count, absent[next] < event.row {
        rows.append(absent[next])
        next += 1
      }
      if event.begins {
        rows.append(event.row)
      } else if next < absent.count, absent[next] == event.row {
        next += 1
      }
    }
    rows.append(contentsOf: absent[next...])
    return rows
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
