/// The passages that some witnesses lack whole.
///
/// An absence is a stretch of columns over which the same rows stand in long gaps. What the other
/// rows vary inside it is looked at among themselves, so that one witness with a leaf lost does not
/// bury the variants of the others under one great entry.
struct Absences {
  /// A stretch of columns with the rows that lack it, all in long gaps there.
  struct Stretch: Equatable {
    var columns: Range<Int>
    var rows: [Int]
  }

  /// Gaps of so many columns and more are passages lacked; shorter ones are part of the substitution
  /// or rewording around them. Measured on Darwin's six editions, Frankenstein's five and the Greek
  /// homilies: where editors print phrase against phrase, the longer phrase has up to seven words.
  static let shortest = 8

  /// In order of columns; not overlapping.
  private(set) var stretches: [Stretch] = []

  /// Finds all long gaps and cuts the columns where one begins or ends, and at the places in `cuts`;
  /// O(tokens + gaps × log gaps + stretches × rows).
  init(_ collation: Collation, cuts: [Int]) {
    var events: [(column: Int, row: Int, begins: Bool)] = []
    for (r, row) in collation.columns.enumerated() {
      var previous = -1
      for column in row + [Int32(collation.columnCount)] {
        if Int(column) - previous > Self.shortest {
          events.append((previous + 1, r, true))
          events.append((Int(column), r, false))
        }
        previous = Int(column)
      }
      if row.isEmpty, collation.columnCount > 0, collation.columnCount < Self.shortest {
        events.append((0, r, true))
        events.append((collation.columnCount, r, false))
      }
    }
    events.sort { ($0.column, $0.row, $0.begins ? 1 : 0) < ($1.column, $1.row, $1.begins ? 1 : 0) }
    sweep(events, cuts: cuts)
  }

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
}
